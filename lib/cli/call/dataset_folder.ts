import { basename, dirname } from "node:path";

/**
 * The folder of a dataset that a word of a call means: itself, or where it is
 * the path of a `claims.csv`, the folder of that.
 */
export async function datasetFolder(word: string): Promise<string> {
  if (basename(word) !== "claims.csv") return word;
  const info = await Deno.stat(word).catch(() => undefined);
  return info?.isDirectory ? word : dirname(word);
}
