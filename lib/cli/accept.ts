/**
 * `tallystick accept DIR DRAFT…`: takes drafts into a dataset's claims. Exit
 * status 0 taken, 2 the folder, a draft or the call will not do.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { moveDrafts } from "../reading/rows/move_drafts.ts";
import { writeChecked } from "./accept/write_checked.ts";
import { InputError } from "../quantity/input_error.ts";
import { isGuarded } from "../dataset/guarded.ts";
import { guardData, unguardData } from "../text/guard.ts";
import { CallError, parseCall } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { CLAIM_COLUMNS } from "../reading/rows/columns.ts";
import type { Row } from "../reading/rows/text_table.ts";
import { readTable } from "./read/read_table.ts";
import { clean } from "./terminal/clean.ts";
import { plural } from "./terminal/plural.ts";

const HELP =
  `Takes drafts into a dataset's claims.csv, and their source into sources.csv.

Usage: tallystick accept DIR DRAFT… [--measure M]

  DRAFT         the claim_id of a draft in DIR/drafts.csv
  --measure M   what they count; without it, the measure that each has there
  --help        this text

A ratio to another period is taken to be of the same measure, where its draft
names none. Nothing is changed unless the dataset is valid with them. In
drafts.csv an apostrophe stands before what a spreadsheet would run; the claim
is without it.
Exit status: 0 taken, 2 the folder, a draft or the call will not do.

Example: tallystick accept my-claims draft-1 --measure visits`;

/** Claims of which a spreadsheet would run a cell; none where cells are guarded. */
function runnable(rows: readonly Row[]): string[] {
  return rows.filter((row) =>
    CLAIM_COLUMNS.some((name) => {
      const cell = row[name] ?? "";
      return guardData(cell) !== cell && unguardData(cell) === cell;
    })
  ).map(({ claim_id }) => claim_id ?? "");
}

async function run({ args, program }: Asked): Promise<number> {
  const { values, positionals } = parseCall(args, {
    measure: { type: "string" },
    help: { type: "boolean" },
  });
  const [named, ...ids] = positionals;
  if (named === undefined) throw new CallError("Name the dataset's folder");
  if (ids.length === 0) throw new CallError("Name a draft to take");
  const folder = resolve(await datasetFolder(named));
  const guarded = await isGuarded(folder);
  const drafts = await readTable(
    join(folder, "drafts.csv"),
    true,
    "claim_id",
  );
  if (!drafts) {
    throw new InputError(
      `${named} has no drafts.csv; ${program} read FILE --into ${named} makes it`,
    );
  }
  const table = (name: string, key: string) =>
    readTable(join(folder, name), guarded, key);
  const moved = moveDrafts(
    {
      drafts,
      claims: await table("claims.csv", "claim_id"),
      sources: await table("sources.csv", "source_id"),
      guarded,
    },
    ids,
    values.measure,
  );
  await writeChecked(folder, moved.changes);
  const { before, left, claims } = moved;
  const taken = claims.length > 0 || before === 0
    ? `${plural(claims.length, "draft")} taken into ${
      clean(named)
    }/claims.csv; `
    : "";
  const known = before > 0
    ? `${plural(before, "draft was a claim", "drafts were claims")} already; `
    : "";
  console.log(
    `${taken}${known}${left === 0 ? "none" : left} left in drafts.csv`,
  );
  const run = guarded ? [] : runnable(claims);
  if (run.length > 0) {
    console.error(
      `claims.csv holds the words letter for letter, and a spreadsheet would ` +
        `take some for a formula, of ${clean(run.slice(0, 5).join(", "))}: ` +
        "open it as text",
    );
  }
  return 0;
}

/** The verb `accept`. */
export const accept: Verb = { help: HELP, run };
