import { type Html, safe } from "../../text/html.ts";

/**
 * The address that a link to a source may have: of the web, without a name and
 * a password that could pass for a host. Anything else is `undefined`.
 *
 * @example
 * ```ts
 * import { webAddress } from "./link.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(webAddress("https://example.org/a b"), "https://example.org/a%20b");
 * assert.equal(webAddress("javascript:alert(1)"), undefined);
 * assert.equal(webAddress("https://example.org@example.net/"), undefined);
 * ```
 */
export function webAddress(text: string): string | undefined {
  // Written out: a browser would take `//host` and `/path` from the page.
  if (!/^https?:\/\//i.test(text)) return undefined;
  const url = URL.parse(text);
  if (!url || url.username || url.password) return undefined;
  return url.protocol === "http:" || url.protocol === "https:"
    ? url.href
    : undefined;
}

/**
 * A link to a source where its address is one of the web, its text otherwise.
 * The page it leads to learns nothing of this one.
 *
 * @example
 * ```ts
 * import { sourceLink } from "./link.ts";
 * import assert from "node:assert/strict";
 *
 * assert.match(`${sourceLink("https://example.org/")}`, /rel="noopener noreferrer"/);
 * assert.doesNotMatch(`${sourceLink("javascript:alert(1)")}`, /<a/);
 * ```
 */
export function sourceLink(address: string): Html {
  const href = webAddress(address);
  return href === undefined
    ? safe`<span class="address">${address}</span>`
    : safe`<a class="address" href="${href}" rel="noopener noreferrer">${address}</a>`;
}
