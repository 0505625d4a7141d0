import { join } from "node:path";
import { writeWhole } from "../../frames/write_whole.ts";
import { CallError } from "../call/call.ts";
import { isClone } from "../jupyter/environment/paths.ts";
import { folderConfig } from "./folder_config.ts";
import { folderLock } from "./folder_lock.ts";

/** What is looked for in the `deno.json` of a folder. */
interface Config {
  readonly imports: Readonly<Record<string, string>>;
  readonly tasks: Readonly<Record<string, unknown>>;
}

/** The import whose place tells where the toolkit was. */
const STAND_IN = "@std/csv";

/** The way to the toolkit that a folder's imports begin with. */
function wayOf({ imports }: Config): string {
  return imports[STAND_IN]!.replace(/\/links\/.*$/, "");
}

/** The `deno.json` that stands in a folder, where `new` has written it. */
async function ownConfig(path: string): Promise<Config> {
  const text = await Deno.readTextFile(path).catch(() => "");
  try {
    const config = JSON.parse(text);
    if (config.tasks.found && config.imports[STAND_IN]) return config;
  } catch {
    // None, or not one of these.
  }
  throw new CallError(`${path} is none that \`tallystick new\` has written`);
}

/**
 * Has a folder of claims find the toolkit where that is now: writes the imports
 * and tasks of its `deno.json`, its `deno.lock`, and the way to the library in
 * its notebooks and scripts anew. What else stands there is kept.
 *
 * @param folder The dataset's folder, absolute.
 * @param toolkit The folder of the toolkit, absolute.
 * @throws {CallError} When `new` has not written the folder's `deno.json`.
 */
export async function followToolkit(
  folder: string,
  toolkit: string,
): Promise<void> {
  const path = join(folder, "deno.json");
  const old = await ownConfig(path);
  const lock = await folderLock(toolkit);
  const now: Config = JSON.parse(
    folderConfig(folder, toolkit, isClone(), lock !== undefined),
  );
  const config = {
    ...old,
    ...now,
    imports: { ...old.imports, ...now.imports },
    tasks: { ...old.tasks, ...now.tasks },
  };
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !/\.(ipynb|ts)$/.test(name)) continue;
    const text = await Deno.readTextFile(join(folder, name));
    const moved = text.replaceAll(`${wayOf(old)}/lib/`, `${wayOf(now)}/lib/`);
    if (moved !== text) await writeWhole(join(folder, name), moved);
  }
  if (lock !== undefined) await writeWhole(join(folder, "deno.lock"), lock);
  // Last: it tells where the toolkit was.
  await writeWhole(path, JSON.stringify(config, null, 2) + "\n");
}
