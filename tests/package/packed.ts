import { join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { packLibrary } from "../../tasks/pack/pack.ts";
import { parseTarGzip } from "nanotar";
import { dirname } from "node:path";

let tarball: Promise<string> | undefined;

/** The packed library; made once for all tests of a process. */
export function packed(): Promise<string> {
  return tarball ??= packLibrary(
    ROOT,
    join(ROOT, ".cache", "tests", `packed-${crypto.randomUUID()}`),
  );
}

/** Unpacks a tarball of npm's, and gives the names of its files. */
export async function unpack(
  tarball: string,
  folder: string,
): Promise<string[]> {
  const entries = await parseTarGzip(await Deno.readFile(tarball));
  const names: string[] = [];
  for (const { name, data } of entries) {
    if (!name.startsWith("package/")) throw new Error(`${name} lies elsewhere`);
    const own = name.slice("package/".length);
    names.push(own);
    await Deno.mkdir(dirname(join(folder, own)), { recursive: true });
    await Deno.writeFile(join(folder, own), data ?? new Uint8Array());
  }
  return names;
}
