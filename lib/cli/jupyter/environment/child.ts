import { TextLineStream } from "./text_lines.ts";

/** A program that runs and tells what it does. */
export interface Child extends AsyncDisposable {
  /** What it tells, line by line. */
  readonly lines: ReadableStream<string>;
  /** All that it says on the side, at its end. */
  readonly complaints: Promise<string>;
  readonly status: Promise<Deno.CommandStatus>;
}

/**
 * Starts a program that ends with this process, or when a signal comes. Disposed
 * of, it is told that nobody listens any more.
 */
export function startChild(
  command: string,
  { args, env, signal }: {
    readonly args: string[];
    readonly env?: Record<string, string>;
    readonly signal?: AbortSignal | undefined;
  },
): Child {
  const child = new Deno.Command(command, {
    args,
    ...(env ? { env } : {}),
    // Stays open while this process lives: its end is the child's end.
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stop = () => {
    try {
      child.kill("SIGTERM");
    } catch {
      // It has ended already.
    }
  };
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  return {
    lines: child.stdout.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream()),
    complaints: new Response(child.stderr).text(),
    status: child.status,
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener("abort", stop);
      await child.stdin.close().catch(() => {});
    },
  };
}
