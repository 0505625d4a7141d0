/** Words as part of an id: letters, digits and dashes. */
export function slug(words: string): string {
  // "é" is e; "й" and "ї" are letters of their own.
  return words.normalize("NFKD").replace(/([a-z])\p{M}+/giu, "$1")
    .normalize("NFC").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60)
    .replace(/-+$/, "");
}
