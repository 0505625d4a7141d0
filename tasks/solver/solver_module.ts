import { gzipSync } from "fflate";

/** Where the solver's WebAssembly stands in the library. */
export const SOLVER_FILE = "lib/reconcile/solve/solver_wasm.ts";

/**
 * The module that holds the WebAssembly of the npm package `highs` as text: as a
 * file it could be read in a browser from somewhere alone, and in Deno with a
 * permission. The same bytes on every machine.
 */
export async function solverModule(): Promise<string> {
  const bytes = await Deno.readFile(
    new URL(import.meta.resolve("highs/runtime")),
  );
  const text = gzipSync(bytes, { level: 9, mtime: 0 }).toBase64();
  return `// deno-fmt-ignore-file
// deno-lint-ignore-file
/**
 * The linear solver's WebAssembly, packed with gzip, in base64: what
 * \`deno task solver\` makes of the npm package \`highs\`.
 */
export const SOLVER_WASM: string =
  "${text}";
`;
}
