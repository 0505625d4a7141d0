import { slug } from "./slug.ts";

/** A file's name without its ending, as an id. */
export function sourceId(name: string): string {
  return slug(name.replace(/(.)\.[^.]*$/, "$1")) || "text";
}

/** Where a text was read: a file and the folder it lies in, by their names. */
export interface TextFile {
  readonly name: string;
  readonly folder: string;
}

/**
 * An id for the source that a file is, not yet taken: of its name; where
 * another file has that, with its ending or its folder's name; then numbered.
 *
 * @param file The file; nothing for a text without one.
 */
export function newSourceId(
  file: TextFile | null,
  taken: (id: string) => boolean,
): string {
  const stem = file ? sourceId(file.name) : "text";
  const ending = slug(/.(\.[^.]*)$/.exec(file?.name ?? "")?.[1] ?? "");
  const folder = slug(file?.folder ?? "");
  const ids = [
    stem,
    folder && `${folder}-${stem}`,
    ending && `${stem}-${ending}`,
  ].filter(Boolean);
  const free = ids.find((id) => !taken(id));
  if (free !== undefined) return free;
  for (let n = 2;; n++) {
    if (!taken(`${stem}-${n}`)) return `${stem}-${n}`;
  }
}
