import { Interrupted, TaskFailure } from "./failure.ts";
import type { InputFile } from "./input_files.ts";

/** So many times it is tried where somebody goes on saving. */
const ROUNDS = 3;

/** So many changed files are named. */
const NAMED = 3;

/** Something changed that a result was being made from. */
export class InputsChanged extends Error {
  override readonly name = "InputsChanged";
  /** @param files What the files are called. */
  constructor(readonly files: readonly string[]) {
    super(`${files.join(", ")} changed`);
  }
}

/** What work is done, and how it is told that it begins anew. */
export interface StillWork<T> {
  /** The files that it reads, as they are now. */
  readonly files: () => AsyncIterable<InputFile>;
  /** "the report was being made". */
  readonly doing: string;
  /** "it is made again". */
  readonly again: string;
  /**
   * Does it.
   *
   * @param check Throws where a file has changed since the work began. Call it
   * where going on would be in vain, and before anything is published.
   */
  readonly work: (check: () => Promise<void>) => Promise<T>;
}

/** What tells that a file was written, also where it was written back since. */
async function look(
  files: AsyncIterable<InputFile>,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for await (const { name, path } of files) {
    const info = await Deno.stat(path).catch(() => undefined);
    if (!info) continue;
    const { size, mtime, ino } = info;
    seen.set(name, `${size} ${mtime?.getTime()} ${ino}`);
  }
  return seen;
}

function differing(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => a.get(name) !== b.get(name));
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") +
    (rest > 0 ? ` and ${rest} more` : "");
}

/**
 * Does work whose result must come from one state of its files, while somebody
 * may be saving them: where one was written meanwhile, that is said and the work
 * is done again. What comes out was made from files that stood still.
 *
 * @throws {TaskFailure} When they change every time.
 */
export async function whileStill<T>(
  { files, doing, again, work }: StillWork<T>,
): Promise<T> {
  for (let round = 1;; round++) {
    const before = await look(files());
    const changed = async () => differing(before, await look(files()));
    try {
      return await work(async () => {
        const names = await changed();
        if (names.length > 0) throw new InputsChanged(names);
      });
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      // A file half written may have been the fault.
      const names = error instanceof InputsChanged
        ? error.files
        : await changed();
      if (names.length === 0) throw error;
      const what = `${listed(names)} changed while ${doing}`;
      if (round === ROUNDS) {
        throw new TaskFailure(
          `${what}, ${ROUNDS} times in a row. Run this again when nothing ` +
            "writes there any more.",
        );
      }
      console.error(`${what}: ${again}.`);
    }
  }
}
