import { join } from "node:path";
import { UnreadableError } from "../../dataset/problem.ts";
import { readTable } from "../read/read_table.ts";
import { plural } from "../terminal/plural.ts";

/** How many drafts wait in a folder to be accepted. */
export async function countDrafts(folder: string): Promise<number> {
  const path = join(folder, "drafts.csv");
  return (await readTable(path, true, "claim_id"))?.rows.length ?? 0;
}

/** Whether a folder has claims at all: drafts alone are no dataset yet. */
async function hasClaimsFile(folder: string): Promise<boolean> {
  return await Deno.lstat(join(folder, "claims.csv")).then(() => true)
    .catch((error) => !(error instanceof Deno.errors.NotFound));
}

/**
 * Refuses a folder of drafts without claims. There is nothing to check, so it
 * is neither valid nor has it problems: it cannot be read as a dataset.
 *
 * @throws {UnreadableError} When it is one, with what to do next.
 */
export async function refuseDraftsAlone(
  folder: string,
  program: string,
): Promise<void> {
  if (await hasClaimsFile(folder)) return;
  const drafts = await countDrafts(folder);
  if (drafts === 0) return;
  throw new UnreadableError(
    `There is no claims.csv in ${folder} yet: ${
      plural(drafts, "draft waits", "drafts wait")
    } in its drafts.csv. Look at them there, then take those that are right: ` +
      `${program} accept ${folder} DRAFT… --measure M`,
  );
}
