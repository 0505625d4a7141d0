import * as module from "highs";
import type { Highs, InitOptions, Model } from "highs";

export type { Highs, Model };

/** How the solver finds its WebAssembly where it does not lie beside it. */
export interface HighsInit extends InitOptions {
  /**
   * Makes an instance of a compiled module and hands it on. (This version does
   * not read the `wasmModule` that its types name.)
   */
  instantiateWasm?(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ): void;
}

let loading: Promise<Highs> | undefined;

/**
 * Loads HiGHS once. The package's types resolve to a namespace under Deno, so
 * that its default export is cast here and nowhere else.
 */
export function loadHighs(init?: HighsInit): Promise<Highs> {
  const load = (module as unknown as {
    default: (options?: HighsInit) => Promise<Highs>;
  }).default;
  loading ??= load(init);
  return loading;
}
