import { join } from "node:path";
import install from "../install.json" with { type: "json" };

/** What is read of a lock file, version 5. */
interface Lock {
  readonly version: string;
  /** The version that a specifier stands for: `npm:zod@4.6.7`, `4.6.7`. */
  readonly specifiers: Readonly<Record<string, string>>;
  /** What is known of `zod@4.6.7`. */
  readonly npm: Readonly<Record<string, LockedPackage>>;
  readonly workspace: Readonly<Record<string, unknown>>;
}

interface LockedPackage {
  /** Names, with the version where several are locked. */
  readonly dependencies?: readonly string[];
  readonly optionalDependencies?: readonly string[];
}

/** `d3-path` of `d3-path@3.1.0`, `@scope/a` of `@scope/a@1.0.0_b@2.0.0`. */
function nameOf(key: string): string {
  return key.slice(0, key.indexOf("@", 1));
}

/** The locked packages that these need, in the lock's order. */
function needed(
  npm: Lock["npm"],
  wanted: readonly string[],
): Record<string, LockedPackage> {
  const byName = Map.groupBy(Object.keys(npm), nameOf);
  const found = new Set<string>();
  const waiting = [...wanted];
  for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
    const keys = word in npm ? [word] : byName.get(word) ?? [];
    for (const key of keys) {
      if (found.has(key)) continue;
      found.add(key);
      const { dependencies = [], optionalDependencies = [] } = npm[key]!;
      waiting.push(...dependencies, ...optionalDependencies);
    }
  }
  return Object.fromEntries(
    Object.entries(npm).filter(([key]) => found.has(key)),
  );
}

/**
 * The part of a clone's lock file that a folder of claims needs whose `deno.json`
 * imports what the library does. Without it Deno asks the registry about every
 * package, and no task or notebook there would run without a network.
 *
 * @param toolkit The folder of the toolkit, absolute.
 * @returns `undefined` where the toolkit has none, as the packed library.
 */
export async function folderLock(toolkit: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(join(toolkit, "deno.lock"));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const { version, specifiers, npm, workspace }: Lock = JSON.parse(text);
  const dependencies = Object.values(install.imports)
    .filter((target) => target in specifiers).sort();
  const lock = {
    version,
    specifiers: Object.fromEntries(
      dependencies.map((target) => [target, specifiers[target]!]),
    ),
    npm: needed(
      npm,
      dependencies.map((target) =>
        `${nameOf(target.slice("npm:".length))}@${specifiers[target]}`
      ),
    ),
    workspace: { ...workspace, dependencies },
  };
  return JSON.stringify(lock, null, 2) + "\n";
}
