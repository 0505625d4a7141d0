import { createTarGzip, parseTarGzip } from "nanotar";
import { join } from "node:path";
import { TaskFailure } from "../../lib/cli/jupyter/environment/failure.ts";
import { removeIfThere } from "../../lib/cli/jupyter/environment/exists.ts";
import { type Imports, selfContained } from "./self_contained.ts";

const FOLDER = "package/";

async function readConfig(path: string): Promise<Imports> {
  return JSON.parse(await Deno.readTextFile(path));
}

async function denoPack(project: string, out: string): Promise<void> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["pack", "--allow-dirty", "--no-source-maps", "--output", out],
    cwd: project,
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  if (code !== 0) {
    throw new TaskFailure(
      `deno pack failed:\n${new TextDecoder().decode(stderr)}`,
    );
  }
}

/**
 * Packs the library into an npm tarball that needs nothing but npm packages:
 * what `deno pack` makes, with exact versions and with the stand-in for
 * `@std/csv`. The same files give the same bytes.
 *
 * @param project The project's folder.
 * @param folder Where to write it.
 * @returns Path of the tarball.
 * @throws {TaskFailure} When `deno pack` fails.
 */
export async function packLibrary(
  project: string,
  folder: string,
): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const part = join(folder, `${crypto.randomUUID()}.tgz`);
  try {
    await denoPack(project, part);
    const entries = await parseTarGzip(await Deno.readFile(part));
    const files = new Map(
      entries.filter(({ type }) => type === "file").map((entry) =>
        // A module of types alone is an empty file.
        [entry.name.slice(FOLDER.length), entry.text ?? ""] as const
      ),
    );
    const made = selfContained(files, [
      await readConfig(join(project, "deno.json")),
      await readConfig(join(project, "links", "std-csv", "deno.json")),
    ]);
    const sorted = [...made].sort(([a], [b]) => a < b ? -1 : 1);
    const tarball = await createTarGzip(
      sorted.map(([name, data]) => ({
        name: FOLDER + name,
        data,
        attrs: { mode: "644", mtime: 0, user: "", group: "" },
      })),
    );
    await Deno.writeFile(part, tarball);
    const { name, version } = JSON.parse(files.get("package.json")!);
    const plain = String(name).replace(/^@/, "").replace("/", "-");
    const out = join(folder, `${plain}-${version}.tgz`);
    await Deno.rename(part, out);
    return out;
  } finally {
    await removeIfThere(part);
  }
}
