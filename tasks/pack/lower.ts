/// <reference lib="deno.unstable" />
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  initialize,
  stop,
  transform,
  type TransformOptions,
} from "esbuild-wasm/esm/browser.js";

let ready: Promise<void> | undefined;

/**
 * Code in another language or for older engines; esbuild runs as WebAssembly in
 * this very thread, and so needs no permission but to be read.
 */
async function esbuild(
  code: string,
  options: TransformOptions,
): Promise<string> {
  ready ??= Deno.readFile(
    fileURLToPath(import.meta.resolve("esbuild-wasm/esbuild.wasm")),
  ).then(async (bytes) =>
    await initialize({
      wasmModule: await WebAssembly.compile(bytes),
      worker: false,
    })
  );
  await ready;
  return (await transform(code, options)).code;
}

/** Lets go of esbuild. */
export async function endEsbuild(): Promise<void> {
  if (!ready) return;
  await ready;
  ready = undefined;
  await stop();
}

/** A TypeScript module as JavaScript. */
export async function toJavaScript(code: string): Promise<string> {
  return await esbuild(code, { loader: "ts", format: "esm", target: "esnext" });
}

/** HiGHS's loader asks Node for a way to read files, which it is not to do. */
const ASKS_NODE =
  /if\s*\(ENVIRONMENT_IS_NODE\)\s*\{\s*const\s*\{\s*createRequire\s*\}\s*=\s*await import\("node:module"\);\s*var require\w*\s*=\s*createRequire\(import\.meta\.url\);?\s*\}/;
const KNOWS_NODE =
  /(var ENVIRONMENT_IS_NODE\s*=\s*)globalThis\.process\?\.versions\?\.node\s*&&\s*globalThis\.process\?\.type\s*!=\s*"renderer"/;

/** What Node 20 lacks, as a function of the module's own. */
const GROUP_BY = `const groupBy__ = (items, keyOf) => {
  const groups = new Map();
  let i = 0;
  for (const item of items) {
    const key = keyOf(item, i++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
`;

async function lower(code: string): Promise<string> {
  let plain = code;
  if (/\bENVIRONMENT_IS_NODE\b/.test(code)) {
    plain = code.replace(ASKS_NODE, "").replace(KNOWS_NODE, "$1false");
    if (/"node:module"|\bprocess\?\.versions\b/.test(plain)) {
      throw new Error("The solver's loader is another one: look at lower.ts");
    }
  }
  const lowered = await esbuild(plain, {
    loader: "js",
    format: "esm",
    target: "es2022",
    define: { "Map.groupBy": "groupBy__" },
  });
  return lowered.includes("groupBy__") ? GROUP_BY + lowered : lowered;
}

/**
 * Modules that need nothing of Deno, each with all that it imports, for engines
 * as old as Node 20: what they share lies in files of its own.
 *
 * @param modules Paths of the modules.
 * @returns The files by name; those of the modules are called after them.
 * @throws {Error} When they need something that no browser has.
 */
export async function bundleForAll(
  modules: readonly string[],
): Promise<Map<string, string>> {
  const folder = join(Deno.cwd(), "bundled");
  const { success, errors, outputFiles } = await Deno.bundle({
    entrypoints: [...modules],
    platform: "browser",
    format: "esm",
    codeSplitting: true,
    write: false,
    outputDir: folder,
  });
  if (!success || !outputFiles) {
    throw new Error(errors.map(({ text }) => text).join("\n"));
  }
  const files = new Map<string, string>();
  for (const file of outputFiles) {
    const name = file.path.replace(/^.*[\\/]/, "");
    // Its one line holds no code, and is long.
    const text = file.text();
    files.set(name, name.startsWith("solver_wasm") ? text : await lower(text));
  }
  return files;
}
