import type { ExplorerData } from "../data.ts";
import type { About } from "../folder.ts";

/** What the page carries besides its script. */
export interface Embedded {
  /** The tables of the dataset. */
  readonly data: ExplorerData;
  /** What it is called. */
  readonly about: About;
  /** The worker's source. */
  readonly worker: string;
}

/** Reads what the page carries. */
export function readEmbedded(): Embedded {
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
export async function compileSolver(): Promise<WebAssembly.Module> {
  const text = document.getElementById("x-solver")!.textContent!.trim();
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return await WebAssembly.compile(await new Response(stream).arrayBuffer());
}
