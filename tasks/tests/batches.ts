/** Test files that run in one process, and share what takes long to make. */
export interface Batch {
  readonly name: string;
  /** Paths within the project. */
  readonly files: readonly string[];
  /** Nothing runs beside it: it judges time or memory. */
  readonly alone: boolean;
}

/** Files that belong together, by the folders or files that hold them. */
export interface Group {
  readonly name: string;
  readonly places: readonly string[];
  /** What else the machine does meanwhile would mislead it. */
  readonly alone?: boolean;
}

/**
 * What takes more than a moment: processes, a browser, notebooks, many random
 * cases. The longest first; not in `quick`.
 */
export const SLOW: readonly Group[] = [
  {
    name: "notebooks and their report",
    places: [
      "tests/notebooks",
      "tests/site/claims_page.test.ts",
      "tests/site/numbers.test.ts",
      "tests/site/pages.test.ts",
    ],
  },
  { name: "reports", places: ["tests/cli/report"] },
  {
    name: "explorer",
    places: ["tests/site/explorer", "tests/site/tools.test.ts"],
  },
  { name: "faults", places: ["tests/whole/faults"] },
  { name: "package", places: ["tests/package", "tests/cli/install.test.ts"] },
  { name: "commands", places: ["tests/cli", "tests/examples"] },
  { name: "all of it", places: ["tests/whole"] },
  { name: "engine", places: ["tests/reconcile"] },
  { name: "determinism", places: ["tests/whole/determinism"] },
  {
    name: "kernel",
    places: ["tests/cli/jupyter", "tests/notebooks/failing.test.ts"],
  },
  { name: "set-up", places: ["tests/cli/jupyter/environment"] },
  { name: "workbench", places: ["tests/site/workbench"] },
  {
    name: "charts in a browser",
    places: [
      "tests/chart/measured.test.ts",
      "tests/chart/card.test.ts",
      "tests/chart/save.test.ts",
    ],
  },
  { name: "data package", places: ["tests/data/datapackage.test.ts"] },
  {
    name: "random cases",
    places: ["tests/reconcile/oracle", "tests/reading/fuzz.test.ts"],
  },
  { name: "tasks", places: ["tests/tasks"] },
  { name: "bombs", places: ["tests/reconcile/bombs.test.ts"], alone: true },
  { name: "limits", places: ["tests/dataset/limits.test.ts"], alone: true },
];

function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** A batch's name as the name of a file. */
export function fileName(batch: Batch): string {
  return batch.name.replaceAll(/\W+/g, "-");
}

/** The group with the nearest place that holds a file. */
function groupOf(file: string, groups: readonly Group[]): Group | undefined {
  return groups
    .flatMap((group) => group.places.map((place) => ({ group, place })))
    .filter(({ place }) => within(file, place))
    .toSorted((a, b) => b.place.length - a.place.length)[0]?.group;
}

/**
 * The batches of test files in the order to start them in: slow groups, then
 * the rest by folder, last what has to be alone.
 *
 * @example
 * ```ts
 * import { batchesOf } from "./batches.ts";
 * import assert from "node:assert/strict";
 *
 * const files = ["tests/a/b/c.test.ts", "tests/a/d.test.ts", "tests/e.test.ts"];
 * const slow = [{ name: "browser", places: ["tests/a/b"] }];
 * const names = (quick: boolean) =>
 *   batchesOf(files, { quick, slow }).map(({ name }) => name);
 * assert.deepEqual(names(false), ["browser", "tests/a", "tests/e.test.ts"]);
 * assert.deepEqual(names(true), ["tests/a", "tests/e.test.ts"]);
 * ```
 */
export function batchesOf(
  files: readonly string[],
  { quick = false, slow = SLOW }: {
    /** Only what takes a moment. */
    readonly quick?: boolean;
    readonly slow?: readonly Group[];
  } = {},
): Batch[] {
  const rest = new Map<string, string[]>();
  const held = new Map<Group, string[]>(slow.map((group) => [group, []]));
  for (const file of files) {
    const group = groupOf(file, slow);
    if (group) held.get(group)!.push(file);
    else {
      const folder = file.split("/").slice(0, 2).join("/");
      rest.set(folder, [...rest.get(folder) ?? [], file]);
    }
  }
  const others = [...rest].map(([name, files]) => ({
    name,
    files,
    alone: false,
  }));
  if (quick) return others;
  const found = [...held].filter(([, files]) => files.length > 0)
    .map(([{ name, alone = false }, files]) => ({ name, files, alone }));
  return [
    ...found.filter(({ alone }) => !alone),
    ...others,
    ...found.filter(({ alone }) => alone),
  ];
}
