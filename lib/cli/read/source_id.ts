import { basename, dirname, extname } from "node:path";

/** Words as part of an id: letters, digits and dashes. */
export function slug(words: string): string {
  // "é" is e; "й" and "ї" are letters of their own.
  return words.normalize("NFKD").replace(/([a-z])\p{M}+/giu, "$1")
    .normalize("NFC").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60)
    .replace(/-+$/, "");
}

/** A file's name without its ending, as an id. */
export function sourceId(path: string): string {
  return slug(basename(path).replace(/(.)\.[^.]*$/, "$1")) || "text";
}

/**
 * An id for the source that a file is, not yet taken: of its name; where
 * another file has that, with its ending or its folder's name; then numbered.
 *
 * @param path Where the file is; empty for standard input.
 */
export function newSourceId(
  path: string,
  taken: (id: string) => boolean,
): string {
  const stem = path === "" ? "text" : sourceId(path);
  const [folder, ending] = path === ""
    ? ["", ""]
    : [slug(basename(dirname(path))), slug(extname(path))];
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
