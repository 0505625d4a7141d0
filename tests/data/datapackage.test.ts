import { parse } from "@std/csv";
import { TABLES } from "../../lib/dataset/tables.ts";
import { withFolder } from "../whole/files/folder.ts";
import {
  errorsOf,
  type Report,
  validatePackages,
} from "../support/validate_packages.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../data", import.meta.url));
interface Resource {
  name: string;
  path: string;
  type?: string;
  schema: { $schema?: string; fields: { name: string }[] };
}

interface Descriptor {
  $schema: string;
  licenses: { name: string; path: string }[];
  sources: { title: string; path: string }[];
  resources: Resource[];
}

const read = (file: string) => Deno.readTextFile(join(FOLDER, file));

const descriptor = JSON.parse(await read("datapackage.json")) as Descriptor;

/** What could be wrong: in which file, what for what, and what is said. */
const SLIPS: [what: string, file: string, RegExp, string, RegExp][] = [
  [
    "a claim of a measure that there is not",
    "claims.csv",
    /,registered-407,/,
    ",registered-409,",
    /^foreign-key/,
  ],
  [
    "a claim in a source that there is not",
    "claims.csv",
    /,tass-2024-03-21,/,
    ",tass-2024-03-22,",
    /^foreign-key/,
  ],
  [
    "a relation to a claim that there is not",
    "relations.csv",
    /,corrects,/,
    ",corrects,x",
    /^foreign-key/,
  ],
  [
    "a part of a measure that there is not",
    "measures.csv",
    /,registered,full,/,
    ",registred,full,",
    /^foreign-key/,
  ],
  [
    "an id twice",
    "sources.csv",
    /^kyivpost-2025-01-06,/m,
    "kyivpost-2024-12,",
    /^(primary-key|unique-error)/,
  ],
  [
    "a number with a separator",
    "claims.csv",
    /,60000,/,
    ',"60,000",',
    /^constraint-error/,
  ],
  [
    "a kind that there is not",
    "claims.csv",
    /,total,/,
    ",totals,",
    /^constraint-error/,
  ],
  [
    "a column that is not described",
    "hedges.csv",
    /^hedge,words/,
    "hedge,word",
    /^incorrect-label/,
  ],
  [
    "a type that there is not",
    "datapackage.json",
    /"type": "number"/,
    '"type": "numeral"',
    /^field-error/,
  ],
  [
    "a licence without a name or path",
    "datapackage.json",
    /"licenses": \[/,
    '"licenses": [{},',
    /^package-error/,
  ],
  [
    "a table that is not there",
    "datapackage.json",
    /"path": "claims.csv"/,
    '"path": "claim.csv"',
    /^scheme-error/,
  ],
];

/** The package with a slip, in a folder. */
async function slip(
  folder: string,
  [, file, from, to]: (typeof SLIPS)[number],
): Promise<void> {
  for await (const { name } of Deno.readDir(FOLDER)) {
    await Deno.copyFile(join(FOLDER, name), join(folder, name));
  }
  const text = await read(file);
  assert.match(text, from);
  await Deno.writeTextFile(join(folder, file), text.replace(from, to));
}

let reports: Promise<Report[]> | undefined;

/** What the validator says of the package, and of it with each of the slips. */
function validated(): Promise<Report[]> {
  return reports ??= withFolder(async (folder) => {
    const folders = SLIPS.map((_, index) => join(folder, `${index}`));
    for (const [index, path] of folders.entries()) {
      await Deno.mkdir(path);
      await slip(path, SLIPS[index]!);
    }
    return await validatePackages([FOLDER, ...folders]);
  });
}

Deno.test("the package is valid by the standard's own validator", async () => {
  const [sound] = await validated();
  assert.deepEqual(errorsOf(sound!), []);
});

Deno.test("that validator does see what could be wrong", async (t) => {
  const [, ...slipped] = await validated();
  assert.equal(slipped.length, SLIPS.length);
  for (const [index, [what, , , , expected]] of SLIPS.entries()) {
    await t.step(what, () => {
      const errors = errorsOf(slipped[index]!);
      assert.ok(errors.some((error) => expected.test(error)), `${errors}`);
    });
  }
});

Deno.test("the package names the profiles of version 2 and its licence", () => {
  const profile = (name: string) =>
    `https://datapackage.org/profiles/2.0/${name}.json`;
  assert.equal(descriptor.$schema, profile("datapackage"));
  assert.equal(descriptor.licenses[0]?.name, "CC-BY-4.0");
  for (const { name, type, schema } of descriptor.resources) {
    assert.equal(type, "table", name);
    assert.equal(schema.$schema, profile("tableschema"), name);
  }
});

Deno.test("every table is described column by column, in order", async () => {
  assert.deepEqual(
    descriptor.resources.map(({ name }) => name),
    Object.keys(TABLES),
  );
  for (const { name, path, schema } of descriptor.resources) {
    const [header] = parse(await read(path));
    assert.deepEqual(schema.fields.map((field) => field.name), header, name);
    for (
      const column of Object.keys(TABLES[name as keyof typeof TABLES].shape)
    ) {
      assert.ok(header?.includes(column), `${name}.${column}`);
    }
  }
});

Deno.test("the sources of the package are the pages of the sources table", async () => {
  const rows = parse(await read("sources.csv"), { skipFirstRow: true });
  assert.deepEqual(
    new Set(descriptor.sources.map(({ path }) => path)),
    new Set(rows.map(({ url }) => url)),
  );
});
