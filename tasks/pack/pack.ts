import { createTarGzip, parseTarGzip } from "nanotar";
import { join } from "node:path";
import { TaskFailure } from "../../lib/cli/jupyter/environment/failure.ts";
import { removeIfThere } from "../../lib/cli/jupyter/environment/exists.ts";
import { bundleForAll, endEsbuild, toJavaScript } from "./lower.ts";
import { denoOnly } from "./deno_only.ts";
import { reachable } from "./reachable.ts";
import {
  type Imports,
  selfContained,
  withDependencies,
} from "./self_contained.ts";

const FOLDER = "package/";

/** Doors that need nothing of Deno, and are built for older engines as well. */
const PURE: readonly string[] = ["./engine", "./quantity", "./reading"];

/** Files that belong to no module. */
const LOOSE = [
  "package.json",
  "README.md",
  "LICENSE",
  "CITATION.cff",
  // For reports on somebody's dataset.
  "requirements.txt",
  "notebooks/07-your-own-claims.ipynb",
  // Read by relay.py.
  "lib/cli/jupyter/kernel/prelude.js",
  "lib/reconcile/result.schema.json",
];

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

/** A package's description, as far as it matters here. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Record<string, string | Record<string, string>>;
}

/**
 * Adds the doors built for older engines: Deno takes the modules themselves,
 * everything else these. Of the other doors Node gets what says that they are
 * for Deno.
 */
async function withBuilt(
  project: string,
  files: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const manifest: Manifest = JSON.parse(files.get("package.json")!);
  const { exports } = manifest;
  const pure = PURE.filter((door) => door in exports);
  const built = await bundleForAll(
    pure.map((door) => join(project, "lib", `${door.slice(2)}.ts`)),
  );
  for (const door of pure) {
    const { types, default: own } = exports[door] as Record<string, string>;
    exports[door] = {
      types: types!,
      deno: own!,
      default: `./built/${door.slice(2)}.js`,
    };
  }
  for (const [door, entry] of Object.entries(exports)) {
    if (pure.includes(door)) continue;
    const { types, default: own } = entry as Record<string, string>;
    const stub = `for-deno/${door === "." ? "mod" : door.slice(2)}.js`;
    built.set(stub, await denoOnly(project, door, manifest.name, pure));
    exports[door] = {
      types: types!,
      deno: own!,
      node: `./built/${stub}`,
      default: own!,
    };
  }
  exports["./result.schema.json"] = "./lib/reconcile/result.schema.json";
  return new Map([
    ...files,
    ["package.json", JSON.stringify(manifest, null, 2) + "\n"],
    ...[...built].map(([name, text]) => [`built/${name}`, text] as const),
  ]);
}

/** The files that can be reached, and those that tell of the package. */
async function withoutIdle(
  files: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { exports }: Manifest = JSON.parse(files.get("package.json")!);
  const doors = Object.values(exports).map((door) =>
    (door as Record<string, string>)["default"]!.slice("./".length)
  );
  const kept = await reachable(files, doors, toJavaScript);
  for (const name of LOOSE) kept.set(name, files.get(name)!);
  return kept;
}

/**
 * Packs the library into an npm tarball that needs nothing but npm packages:
 * what `deno pack` makes and can be reached, with exact versions and with the
 * stand-in for `@std/csv`; and what needs nothing of Deno built for browsers and
 * Node. The same files give the same bytes.
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
    const kept = await withoutIdle(selfContained(files));
    // `deno pack` widens exact versions to ranges, and a later one of `linkedom`
    // cannot be installed.
    const described = withDependencies(kept, [
      await readConfig(join(project, "deno.json")),
      await readConfig(join(project, "links", "std-csv", "deno.json")),
    ]);
    const made = await withBuilt(
      project,
      new Map([...kept, ["package.json", described]]),
    );
    const sorted = [...made].sort(([a], [b]) => a < b ? -1 : 1);
    const tarball = await createTarGzip(
      sorted.map(([name, data]) => ({
        name: FOLDER + name,
        data,
        attrs: { mode: "644", mtime: 0, user: "", group: "" },
      })),
    );
    await Deno.writeFile(part, tarball);
    const { name, version }: Manifest = JSON.parse(files.get("package.json")!);
    const plain = name.replace(/^@/, "").replace("/", "-");
    const out = join(folder, `${plain}-${version}.tgz`);
    await Deno.rename(part, out);
    return out;
  } finally {
    await removeIfThere(part);
    await endEsbuild();
  }
}
