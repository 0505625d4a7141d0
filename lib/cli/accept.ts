/**
 * `deno task accept DIR DRAFT…`: takes drafts into a dataset's claims. Exit
 * status 0 taken, 2 the folder, a draft or the call will not do.
 *
 * @module
 */
import { join } from "node:path";
import { moveDrafts } from "./accept/move_drafts.ts";
import { writeChecked } from "./accept/write_checked.ts";
import { InputError } from "../quantity/input_error.ts";
import { CallError, parseCall } from "./call/call.ts";
import { fromCaller } from "./call/caller.ts";
import { runCall } from "./call/run_call.ts";
import { readTable } from "./read/table_text.ts";
import { clean } from "./terminal/clean.ts";
import { plural } from "./terminal/plural.ts";

const HELP =
  `Takes drafts into a dataset's claims.csv, and their source into sources.csv.

Usage: deno task accept DIR DRAFT… [--measure M]

  DRAFT         the claim_id of a draft in DIR/drafts.csv
  --measure M   what they count; without it, the measure that each has there
  --help        this text

Nothing is changed unless the dataset is valid with them.
Exit status: 0 taken, 2 the folder, a draft or the call will not do.`;

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw new InputError(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

await runCall(HELP, async () => {
  const { values, positionals } = parseCall(Deno.args, {
    measure: { type: "string" },
    help: { type: "boolean" },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [named, ...ids] = positionals;
  if (named === undefined) throw new CallError("Name the dataset's folder");
  if (ids.length === 0) throw new CallError("Name a draft to take");
  const folder = fromCaller(named);
  const drafts = await readTable(join(folder, "drafts.csv"));
  if (!drafts) {
    throw new InputError(
      `${named} has no drafts.csv; deno task read FILE --into ${named} makes it`,
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
});
