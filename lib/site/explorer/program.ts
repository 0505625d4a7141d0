import { SOLVER_WASM } from "../../reconcile/solve/solver_wasm.ts";
import { bundle } from "./bundle.ts";
import { embedScript } from "./embed.ts";

/** What a page of the program carries. */
export interface Program {
  /** The page's own script. */
  readonly script: string;
  /** The source of its worker. */
  readonly worker: string;
  /** HTML that carries the linear solver. */
  readonly solver: string;
}

let made: Promise<Program> | undefined;

/**
 * The program of the explorer and of the workbench, which are one: the page's
 * data say whether tables are edited or only read.
 */
export function program(): Promise<Program> {
  return made ??= make();
}

async function make(): Promise<Program> {
  const [main, worker] = await Promise.all([
    bundle(new URL("../workbench/browser/main.ts", import.meta.url), "esm"),
    bundle(new URL("./browser/worker.ts", import.meta.url), "iife"),
  ]);
  return {
    script: embedScript(main),
    worker,
    solver: `<script type="text/plain" id="x-solver">${SOLVER_WASM}</script>\n`,
  };
}
