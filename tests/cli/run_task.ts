import { tallystick } from "../../lib/cli.ts";

/** What a call said and how it ended; 99 when it did not catch an error. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Puts others in the place of an object's properties; a call puts them back. */
function replace<T extends object>(of: T, by: Partial<T>): () => void {
  const before = Object.keys(by).map((name) =>
    [name, Object.getOwnPropertyDescriptor(of, name)] as const
  );
  for (const [name, value] of Object.entries(by)) {
    Object.defineProperty(of, name, {
      value,
      configurable: true,
      writable: true,
    });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(of, name, descriptor);
      else delete of[name as keyof T];
    }
  };
}

let turn: Promise<unknown> = Promise.resolve();

async function run(args: readonly string[], program: string): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  const decoder = new TextDecoder();
  const putBack = [
    replace(Deno.stdout, {
      writeSync: (bytes: Uint8Array) => {
        stdout += decoder.decode(bytes, { stream: true });
        return bytes.length;
      },
    }),
    replace(console, {
      log: (...words: unknown[]) => void (stdout += `${words.join(" ")}\n`),
      error: (...words: unknown[]) => void (stderr += `${words.join(" ")}\n`),
    }),
  ];
  // Deno takes a module for stuck that waits while nothing else is awaited.
  const awaited = setInterval(() => {}, 60_000);
  let code = 0;
  try {
    code = await tallystick(args, { program });
  } catch (thrown) {
    code = 99;
    stderr += (thrown as Error).stack;
  } finally {
    clearInterval(awaited);
    for (const back of putBack.toReversed()) back();
  }
  return { code, stdout, stderr };
}

/**
 * Calls the program in this process: as processes, a hundred calls would take a
 * minute. What the process itself is to show takes a real one.
 *
 * @param program What is typed before the verb.
 */
export function runAs(
  program: string,
  ...args: readonly string[]
): Promise<Ended> {
  // One after the other: there is one console.
  const ended = turn.then(() => run(args, program));
  turn = ended.catch(() => {});
  return ended;
}

/** Calls `tallystick VERB …` in this process. */
export function runTask(
  verb: string,
  ...args: readonly string[]
): Promise<Ended> {
  return runAs("tallystick", verb, ...args);
}
