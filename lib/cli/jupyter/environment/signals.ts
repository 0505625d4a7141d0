/**
 * Turns Ctrl-C and a polite kill into an abort signal, so that a task ends its
 * children and clears up before it ends itself.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  Deno.addSignalListener("SIGINT", abort);
  // Windows knows no polite kill.
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", abort);
  return controller.signal;
}
