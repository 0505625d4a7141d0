import { unpackWasm } from "../../../reconcile/solve/unpack_wasm.ts";
import type { ExplorerData } from "../data.ts";
import type { About } from "../folder.ts";

/** What a page that only reads carries besides its script. */
export interface Embedded {
  /** The tables of the dataset. */
  readonly data: ExplorerData;
  /** What it is called. */
  readonly about: About;
  /** The worker's source. */
  readonly worker: string;
}

/** Reads what the page carries. */
export function readEmbedded<E = Embedded>(): E {
  return JSON.parse(document.getElementById("x-data")!.textContent!);
}

/** Starts the worker whose source the page carries. */
export function workerStarter(source: string): () => Worker {
  const blob = new Blob([source], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  // Not a module: a page from a file may start none.
  return () => new Worker(url);
}

/** Unpacks and compiles the linear solver that the page carries. */
export function compileSolver(): Promise<WebAssembly.Module> {
  return unpackWasm(document.getElementById("x-solver")!.textContent!.trim());
}
