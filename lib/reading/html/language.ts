/** How much of a page is looked at: its first tag says its language. */
const HEAD = 10_000;

/**
 * The language that a page names: of its first `<html lang>`, in lower case;
 * nothing where it names none.
 *
 * @example
 * ```ts
 * import { languageIn } from "./language.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(languageIn('<!doctype html><html lang="uk-UA">'), "uk-ua");
 * assert.equal(languageIn("<p>lang=uk</p>"), null);
 * ```
 */
export function languageIn(html: string): string | null {
  const tag = /<html\b[^>]{0,600}>/i.exec(html.slice(0, HEAD))?.[0];
  const found = tag &&
    /[\s"']lang\s*=\s*["']?([a-z]{2,8}(?:[-_][a-z0-9]{1,8}){0,3})["'\s>]/i
      .exec(tag)?.[1];
  return found ? found.toLowerCase() : null;
}
