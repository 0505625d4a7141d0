import { guardData, quoteCell } from "../../text/guard.ts";
import { TABLE_NAMES } from "./tables.ts";
import type { Table } from "./tables.ts";
import type { Workbench } from "./state.ts";

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A resource of the descriptor, as it was where it is still true. */
function resource(
  name: string,
  { columns }: Table,
  before: Plain | undefined,
): Plain {
  const { bytes: _bytes, hash: _hash, schema, ...kept } = before ?? {};
  const fields = isPlain(schema) && Array.isArray(schema["fields"])
    ? schema["fields"].filter(isPlain)
    : undefined;
  return {
    name,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    ...kept,
    ...(fields
      ? {
        schema: {
          ...schema as Plain,
          fields: columns.map((column) =>
            fields.find((field) => field["name"] === column) ??
              { name: column, type: "string" }
          ),
        },
      }
      : {}),
  };
}

function descriptor(
  { tables, about }: Workbench,
  written: readonly string[],
  guarded: boolean,
): Plain {
  const before = (Array.isArray(about["resources"]) ? about["resources"] : [])
    .filter(isPlain);
  const own = new Map(
    before.map((entry) => [entry["path"], entry] as const),
  );
  const paths = new Set<unknown>(TABLE_NAMES.map((name) => `${name}.csv`));
  const { tallystick, ...rest } = about;
  const { guarded: _, ...kept } = isPlain(tallystick) ? tallystick : {};
  const mark = { ...kept, ...(guarded ? { guarded } : {}) };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "claims",
    title: "Claims",
    ...rest,
    resources: [
      ...TABLE_NAMES.filter((name) => written.includes(name)).map((name) =>
        resource(name, tables[name], own.get(`${name}.csv`))
      ),
      ...before.filter(({ path }) => !paths.has(path)),
    ],
    ...(Object.keys(mark).length > 0 ? { tallystick: mark } : {}),
  };
}

/** What a README says where there is none yet. */
function readme(command: string, guarded: boolean): string {
  return `# A dataset of claims

Saved from the workbench. A claim is a record that somebody said something:
results hold if the claims are taken as stated. What the workbench showed, the
command gives again; FOLDER is the place of this folder:

    ${command}
${
    guarded
      ? `
An apostrophe stands in these tables before text that a spreadsheet would run as
a formula. The commands of Tallystick read each cell without it, since
datapackage.json says so: keep that file with the tables. Numbers have none.
`
      : ""
  }`;
}

/** Names that the workbench writes itself. */
function isOwn(file: string): boolean {
  return file === "datapackage.json" ||
    TABLE_NAMES.some((name) => `${name}.csv` === file);
}

/**
 * A workbench as the files of a dataset's folder, by name: the tables that have
 * rows, the descriptor, and what else was in the folder. Cells that a
 * spreadsheet would run as a formula have an apostrophe before them, and the
 * descriptor says so.
 *
 * @param command The command that gives what was shown.
 *
 * @example
 * ```ts
 * import { folderFiles } from "./folder.ts";
 * import { emptyWorkbench } from "./state.ts";
 * import assert from "node:assert/strict";
 *
 * const files = folderFiles(emptyWorkbench(), "deno task reconcile FOLDER");
 * assert.match(files["claims.csv"]!, /^claim_id,measure,/);
 * assert.equal(files["sources.csv"], undefined);
 * ```
 */
export function folderFiles(
  bench: Workbench,
  command: string,
): Record<string, string> {
  let guarded = false;
  const cell = (text: string) => {
    if (text === "") return "";
    const safe = guardData(text);
    guarded ||= safe !== text;
    return quoteCell(safe);
  };
  const csv = ({ columns, rows }: Table) =>
    [columns, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
  const written = TABLE_NAMES.filter((name) =>
    name === "claims" || bench.tables[name].rows.length > 0
  );
  const tables = written.map((name) =>
    [`${name}.csv`, csv(bench.tables[name])] as const
  );
  return {
    ...Object.fromEntries(
      Object.entries(bench.files).filter(([name]) => !isOwn(name)),
    ),
    ...Object.fromEntries(tables),
    "datapackage.json":
      JSON.stringify(descriptor(bench, written, guarded), null, 2) + "\n",
    ...(bench.files["README.md"] === undefined
      ? { "README.md": readme(command, guarded) }
      : {}),
  };
}
