import { basename } from "node:path";
import { InputError } from "../../quantity/input_error.ts";

/** A file that is to have another text. */
export interface Replacement {
  readonly path: string;
  /** Its text when it was read; empty where there was none. */
  readonly before: string;
  readonly text: string;
}

/** A file as it is now. */
async function nowOf(
  path: string,
): Promise<{ target: string; text: string; mode: number | null } | null> {
  try {
    const target = await Deno.realPath(path);
    const { mode } = await Deno.stat(target);
    const bytes = await Deno.readFile(target);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { target, text, mode };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Writes a text beside its file, with the file's own mode. */
async function writeAside(
  target: string,
  text: string,
  mode: number | null,
): Promise<string> {
  const aside = `${target}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(aside, text, { createNew: true });
  if (mode !== null && Deno.build.os !== "windows") {
    await Deno.chmod(aside, mode & 0o777);
  }
  return aside;
}

/** Why a file is not to be replaced, or null. */
function objection(
  { path, before }: Replacement,
  now: Awaited<ReturnType<typeof nowOf>>,
): string | null {
  const name = basename(path);
  if ((now?.text ?? "") !== before) {
    return `${name} was changed meanwhile by somebody else; call this again`;
  }
  // Renaming over it would not ask.
  const locked = now?.mode != null && (now.mode & 0o222) === 0;
  return locked ? `${name} is read-only; allow writing it first` : null;
}

/**
 * Gives files other texts, all or none: all are written beside their places
 * first, and take them one after the other. Ended between two of them, what has
 * been replaced stays; so files come in an order in which nothing is lost.
 *
 * @throws {InputError} When one cannot be written, is read-only or was changed
 * since it was read; all are as they were then.
 */
export async function replaceFiles(
  files: readonly Replacement[],
): Promise<void> {
  const ready: { aside: string; target: string; before: string | null }[] = [];
  let done = 0;
  // Ctrl-C waits until all are in their places.
  const wait = () => {};
  Deno.addSignalListener("SIGINT", wait);
  try {
    for (const file of files) {
      const now = await nowOf(file.path);
      const against = objection(file, now);
      if (against) throw new InputError(`Nothing was changed: ${against}`);
      const target = now?.target ?? file.path;
      const aside = await writeAside(target, file.text, now?.mode ?? null);
      ready.push({ aside, target, before: now && now.text });
    }
    for (const { aside, target } of ready) {
      await Deno.rename(aside, target);
      done++;
    }
  } catch (error) {
    for (const { target, before } of ready.slice(0, done).reverse()) {
      if (before === null) await Deno.remove(target);
      else await Deno.writeTextFile(target, before);
    }
    if (error instanceof InputError) throw error;
    const at = files[ready.length < files.length ? ready.length : done];
    throw new InputError(
      `Nothing was changed: cannot write ${at?.path}: ${
        (error as Error).message
      }`,
    );
  } finally {
    for (const { aside } of ready.slice(done)) {
      await Deno.remove(aside).catch(() => {});
    }
    Deno.removeSignalListener("SIGINT", wait);
  }
}
