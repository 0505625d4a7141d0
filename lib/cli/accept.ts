/**
 * `tallystick accept DIR DRAFT…`: takes drafts into a dataset's claims. Exit
 * status 0 taken, 2 the folder, a draft or the call will not do.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { moveDrafts } from "./accept/move_drafts.ts";
import { writeChecked } from "./accept/write_checked.ts";
import { InputError } from "../quantity/input_error.ts";
import { CallError, parseCall } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { readTable } from "./read/table_text.ts";
import { clean } from "./terminal/clean.ts";
import { plural } from "./terminal/plural.ts";

const HELP =
  `Takes drafts into a dataset's claims.csv, and their source into sources.csv.

Usage: tallystick accept DIR DRAFT… [--measure M]

  DRAFT         the claim_id of a draft in DIR/drafts.csv
  --measure M   what they count; without it, the measure that each has there
  --help        this text

A ratio to another period is taken to be of the same measure, where its draft
names none. Nothing is changed unless the dataset is valid with them.
Exit status: 0 taken, 2 the folder, a draft or the call will not do.

Example: tallystick accept my-claims draft-1 --measure visits`;

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw new InputError(`Cannot read ${path}: ${(error as Error).message}`);
  }
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
  const drafts = await readTable(join(folder, "drafts.csv"));
  if (!drafts) {
    throw new InputError(
      `${named} has no drafts.csv; ${program} read FILE --into ${named} makes it`,
    );
  }
  const [claims, sources] = [
    join(folder, "claims.csv"),
    join(folder, "sources.csv"),
  ];
  const changes = moveDrafts(
    {
      drafts,
      claims: await readTable(claims),
      claimsText: await textOf(claims),
      sources: await readTable(sources),
      sourcesText: await textOf(sources),
    },
    ids,
    values.measure,
  );
  await writeChecked(folder, changes);
  const left = drafts.rows.length - new Set(ids).size;
  console.log(
    `${plural(new Set(ids).size, "draft")} taken into ${
      clean(named)
    }/claims.csv` +
      `; ${left === 0 ? "none" : left} left in drafts.csv`,
  );
  return 0;
}

/** The verb `accept`. */
export const accept: Verb = { help: HELP, run };
