/** What to run. */
export interface Asked {
  readonly name: "validate" | "reconcile" | "explain";
  readonly args: readonly string[];
}

/** What a task said and how it ended; 99 when it did not catch an error. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a task in a thread of its own: as processes, a hundred runs would take a
 * minute.
 */
export async function runTask(
  name: Asked["name"],
  ...args: string[]
): Promise<Ended> {
  const worker = new Worker(new URL("./task_worker.ts", import.meta.url), {
    type: "module",
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  worker.addEventListener("message", ({ data }) => resolve(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    reject(new Error(event.message));
  });
  const asked: Asked = { name, args };
  worker.postMessage(asked);
  return await promise.finally(() => worker.terminate());
}
