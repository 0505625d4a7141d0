import { lastDay } from "../../quantity/date.ts";

/** Names of a page's own word for its day of publication. */
const NAMES =
  /(?:property|name|itemprop)\s*=\s*["']?(?:article:published_time|og:published_time|datepublished|date|dc\.date(?:\.issued)?|pubdate|publish-date|parsely-pub-date)["'\s>]/i;

/** A day that begins a value: 2031-05-04T07:00Z. */
const DAY = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/;

/** The values that a page has for its day of publication, in order. */
function* values(head: string): Generator<string> {
  for (const [tag] of head.matchAll(/<meta\b[^>]{0,600}>/gi)) {
    if (!NAMES.test(tag)) continue;
    const content = /content\s*=\s*["']?([^"'>]{0,60})/i.exec(tag)?.[1];
    if (content !== undefined) yield content;
  }
  // As search engines are told it, and in the article itself.
  for (
    const [, day] of head.matchAll(/"datePublished"\s*:\s*"([^"]{0,60})"/g)
  ) {
    yield day!;
  }
  for (const [tag] of head.matchAll(/<time\b[^>]{0,600}>/gi)) {
    if (!/itemprop\s*=\s*["']?datePublished|\spubdate\b/i.test(tag)) continue;
    const time = /datetime\s*=\s*["']?([^"'>]{0,60})/i.exec(tag)?.[1];
    if (time !== undefined) yield time;
  }
}

/** How much of a page is looked at: its head stands first. */
const HEAD = 300_000;

/**
 * The day of publication that a page names, `YYYY-MM-DD`; nothing
 * where it names none that is in the calendar.
 *
 * @example
 * ```ts
 * import { publishedIn } from "./published.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   publishedIn('<meta property="article:published_time" content="2031-05-04T07:00Z">'),
 *   "2031-05-04",
 * );
 * assert.equal(publishedIn("<p>2031-05-04</p>"), null);
 * ```
 */
export function publishedIn(html: string): string | null {
  for (const value of values(html.slice(0, HEAD))) {
    const day = DAY.exec(value)?.[1];
    if (day === undefined) continue;
    try {
      lastDay(day);
      return day;
    } catch {
      // A day that is in no calendar says nothing.
    }
  }
  return null;
}
