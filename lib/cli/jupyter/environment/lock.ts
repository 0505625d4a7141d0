import { dirname } from "node:path";
import { Interrupted } from "./failure.ts";

/** How often a run that waits looks again, in milliseconds. */
const EVERY = 200;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EVERY));
}

/**
 * Runs `work` while holding the lock file at `path`, so that two runs at once
 * take turns. The system lets go of the lock when the process ends, however it
 * ends: no lock is left behind.
 *
 * @param waiting Called once when another run holds the lock.
 * @throws {Interrupted} When the signal comes while it waits.
 */
export async function withLock<T>(
  path: string,
  waiting: () => void,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  await Deno.mkdir(dirname(path), { recursive: true });
  using file = await Deno.open(path, { create: true, write: true });
  for (let tries = 0; !await file.tryLock(true); tries++) {
    if (tries === 0) waiting();
    // To wait for the lock itself could not be interrupted.
    await pause();
    if (signal?.aborted) throw new Interrupted("Stopped.");
  }
  try {
    return await work();
  } finally {
    await file.unlock();
  }
}
