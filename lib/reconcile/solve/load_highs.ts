import * as module from "highs";
import type { Highs, Model as HighsModel } from "highs";
import { unpackWasm } from "./unpack_wasm.ts";

export type { Highs, HighsModel };

/** What the package's loader reads; its types name more than it does. */
interface Loading {
  /** Makes an instance of the compiled module and hands it on. */
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ): void;
}

/** Compiles the module that comes with the library; a page may never need it. */
async function ownModule(): Promise<WebAssembly.Module> {
  const { SOLVER_WASM } = await import("./solver_wasm.ts");
  return await unpackWasm(SOLVER_WASM);
}

async function start(wasm: WebAssembly.Module): Promise<Highs> {
  // The package's types resolve to a namespace under Deno, so that its default
  // export is cast here and nowhere else.
  const load = (module as unknown as {
    default: (loading: Loading) => Promise<Highs>;
  }).default;
  return await new Promise((resolve, reject) => {
    load({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(wasm, imports).then(receive, reject);
      },
    }).then(resolve, reject);
  });
}

let loading: Promise<Highs> | undefined;

/**
 * Loads HiGHS once.
 *
 * @param wasm Its WebAssembly, compiled; by default what comes with the library.
 */
export function loadHighs(
  wasm?: WebAssembly.Module | Promise<WebAssembly.Module>,
): Promise<Highs> {
  loading ??= Promise.resolve(wasm ?? ownModule()).then(start);
  return loading;
}
