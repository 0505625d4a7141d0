/**
 * Runs a task's own module in a thread, from its first line to the status that
 * it ends with.
 *
 * @module
 */
import type { Asked, Ended } from "./run_task.ts";

/** Thrown in place of ending the process. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  let stdout = "";
  let stderr = "";
  Object.defineProperty(Deno, "args", { get: () => data.args });
  Deno.exit = (code = 0): never => {
    throw new Exit(code);
  };
  const decoder = new TextDecoder();
  Deno.stdout.writeSync = (bytes) => {
    stdout += decoder.decode(bytes, { stream: true });
    return bytes.length;
  };
  console.log = (...words) => stdout += `${words.join(" ")}\n`;
  console.error = (...words) => stderr += `${words.join(" ")}\n`;
  let code = 0;
  try {
    await import(
      new URL(`../../lib/cli/${data.name}.ts`, import.meta.url).href
    );
  } catch (thrown) {
    if (thrown instanceof Exit) code = thrown.code;
    else {
      code = 99;
      stderr += (thrown as Error).stack;
    }
  }
  const answer: Ended = { code, stdout, stderr };
  // The window's types know another postMessage.
  (postMessage as (message: Ended) => void)(answer);
});
