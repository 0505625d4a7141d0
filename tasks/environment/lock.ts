import { dirname } from "node:path";

/**
 * Runs `work` while holding the lock file at `path`, so that two runs at once
 * take turns. The system lets go of the lock when the process ends, however it
 * ends: no lock is left behind.
 */
export async function withLock<T>(
  path: string,
  waiting: () => void,
  work: () => Promise<T>,
): Promise<T> {
  await Deno.mkdir(dirname(path), { recursive: true });
  using file = await Deno.open(path, { create: true, write: true });
  if (!await file.tryLock(true)) {
    waiting();
    await file.lock(true);
  }
  try {
    return await work();
  } finally {
    await file.unlock();
  }
}
