import { resolve } from "node:path";

/**
 * A path as the caller sees it: `deno task` runs in the folder of its
 * `deno.json`, and tells the caller's in `INIT_CWD`.
 */
export function fromCaller(path: string): string {
  return resolve(Deno.env.get("INIT_CWD") ?? ".", path);
}
