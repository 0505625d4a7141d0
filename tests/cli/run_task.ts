/** What to run. */
export interface Asked {
  readonly name:
    | "diff"
    | "explain"
    | "export"
    | "new"
    | "reconcile"
    | "validate";
  readonly args: readonly string[];
}

/** What a task said and how it ended; 99 when it did not catch an error. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Thrown in place of ending the process. No error: nothing may catch it. */
class Exit {
  constructor(readonly code: number) {}
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

let runs = 0;
let turn: Promise<unknown> = Promise.resolve();

async function run({ name, args }: Asked): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  const began = performance.now();
  const now = performance.now.bind(performance);
  const decoder = new TextDecoder();
  const putBack = [
    replace(Deno, {
      args: [...args],
      exit: (code = 0): never => {
        throw new Exit(code);
      },
    }),
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
    // A call counts its time from the start of its process.
    replace(performance, { now: () => now() - began }),
  ];
  // Deno takes a module for stuck that waits while nothing else is awaited.
  const awaited = setInterval(() => {}, 60_000);
  let code = 0;
  try {
    // Its own module anew, on the library that is loaded already.
    const url = new URL(`../../lib/cli/${name}.ts?${runs++}`, import.meta.url);
    await import(url.href);
  } catch (thrown) {
    if (thrown instanceof Exit) code = thrown.code;
    else {
      code = 99;
      stderr += (thrown as Error).stack;
    }
  } finally {
    clearInterval(awaited);
    for (const back of putBack.toReversed()) back();
  }
  return { code, stdout, stderr };
}

/**
 * Runs a task's own module from its first line to the status that it ends with,
 * in this process: as processes, a hundred runs would take a minute. What the
 * process itself is to show takes a real one.
 */
export function runTask(
  name: Asked["name"],
  ...args: string[]
): Promise<Ended> {
  // One after the other: there is one console.
  const ended = turn.then(() => run({ name, args }));
  turn = ended.catch(() => {});
  return ended;
}
