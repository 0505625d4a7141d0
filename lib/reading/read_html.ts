import { articleOf } from "./html/article.ts";
import { languageIn } from "./html/language.ts";
import { checkText, type DraftedText, readText } from "./read_text.ts";
import type { ReadOptions } from "./types.ts";

/**
 * Reads the article of a page as {@linkcode readText} reads a text: the article
 * is found, and menus, comments, captions and lists of links are left out.
 * Paragraphs are the lines of the article; the headline is `p1`. Without a
 * language, the page's own `<html lang>` is taken.
 *
 * @throws {InputError} As {@linkcode readText} does.
 *
 * @example
 * ```ts
 * import { readHtml } from "./read_html.ts";
 * import assert from "node:assert/strict";
 *
 * const { drafts } = readHtml(
 *   "<nav>5 things to know</nav><p>At least 300 homes were flooded.</p>",
 * );
 * assert.deepEqual(drafts.map(({ wording }) => wording), [
 *   "At least 300 homes",
 * ]);
 * ```
 */
export function readHtml(html: string, options: ReadOptions = {}): DraftedText {
  checkText(html, "readHtml");
  const language = options.language ?? languageIn(html);
  return readText(
    articleOf(html),
    language === null ? options : { ...options, language },
  );
}
