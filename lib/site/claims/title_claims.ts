/** A claim that the title of a chart's mark names. */
export interface TitleClaim {
  /** The claim's id. */
  readonly id: string;
  /** Its own words, if the title quotes them; otherwise empty. */
  readonly words: string;
}

/**
 * Whether an id could be no ordinary word of a text.
 *
 * @example
 * ```ts
 * import { isTelling } from "./title_claims.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isTelling("kyivpost-19922-desertion"));
 * assert.ok(!isTelling("total"));
 * ```
 */
export function isTelling(id: string): boolean {
  return id.length > 3 && /[-_\d]/.test(id) && /\p{L}/u.test(id);
}

/**
 * The claims that a mark's title names, in its order. A title is made of
 * paragraphs; that of a claim begins with the claim's words and has a line that
 * ends with `; ` and the id. Other lines may be an id or have one among their
 * words.
 *
 * @example
 * ```ts
 * import { titleClaims } from "./title_claims.ts";
 * import assert from "node:assert/strict";
 *
 * const title = "“60,000 cases”\ncontested; ft-60000\nexact figure:\npgo-61872";
 * assert.deepEqual(titleClaims(title, new Set(["ft-60000", "pgo-61872"])), [
 *   { id: "ft-60000", words: "“60,000 cases”" },
 *   { id: "pgo-61872", words: "" },
 * ]);
 * ```
 */
export function titleClaims(
  title: string,
  ids: ReadonlySet<string>,
): TitleClaim[] {
  const found = new Map<string, string>();
  const add = (id: string, words: string) => {
    if (ids.has(id) && !found.get(id)) found.set(id, words);
  };
  for (const paragraph of title.split("\n\n")) {
    const lines = paragraph.split("\n");
    for (const line of lines) {
      const own = line.slice(line.lastIndexOf("; ") + 1).trim();
      if (ids.has(own)) {
        add(own, own === line.trim() ? "" : lines[0]!.trim());
        continue;
      }
      for (const word of line.split(/[\s,;:()[\]“”"'’|]+/)) {
        const id = [word, word.replace(/[.!?…]+$/, "")].find((id) =>
          ids.has(id)
        );
        if (id !== undefined && isTelling(id)) add(id, "");
      }
    }
  }
  return [...found].map(([id, words]) => ({ id, words }));
}
