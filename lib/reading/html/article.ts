import { type Block, blocksOf } from "./blocks.ts";
import { HEADINGS } from "./elements.ts";

/** Whether a line is mostly links. */
const isLinks = ({ text, linked }: Block): boolean =>
  linked > text.length * 0.6;

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) => sum + (isLinks(block) ? 0 : block.text.length),
    0,
  );

/** The blocks of the element that holds most of the page's text. */
function densest(blocks: readonly Block[]): readonly Block[] {
  const scores = new Map<number, number>();
  for (const block of blocks) {
    if (isLinks(block) || HEADINGS.has(block.tag)) continue;
    const points = Math.max(0, block.text.length - block.linked) *
      (block.text.length > 60 ? 1 : 0.2);
    const [parent, above] = block.parents;
    if (parent !== undefined) {
      scores.set(parent, (scores.get(parent) ?? 0) + points);
    }
    if (above !== undefined) {
      scores.set(above, (scores.get(above) ?? 0) + points * 0.6);
    }
  }
  let best = -1;
  let most = 0;
  for (const [id, score] of scores) {
    if (score > most) [best, most] = [id, score];
  }
  if (best < 0) return blocks;
  const inside = blocks.filter(({ parents }) => parents.includes(best));
  // A page of many sections has its text in several elements.
  return lengthOf(inside) < 0.5 * lengthOf(blocks) ? blocks : inside;
}

/** The blocks of an `article`, of `main`, or of the densest element. */
function bodyOf(blocks: readonly Block[]): readonly Block[] {
  const articles = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.article === null) continue;
    const of = articles.get(block.article) ?? [];
    of.push(block);
    articles.set(block.article, of);
  }
  const sizes = [...articles.values()].map((of) => ({ of, size: lengthOf(of) }))
    .sort((a, b) => b.size - a.size);
  const [largest, second] = sizes;
  const all = lengthOf(blocks);
  // One article, not a list of teasers.
  if (
    largest && largest.size > 0.3 * all &&
    (!second || second.size < 0.5 * largest.size)
  ) return largest.of;
  const main = blocks.filter((block) => block.main);
  if (lengthOf(main) > 0.3 * all) return main;
  return densest(blocks);
}

/**
 * The article of a page as plain text: a line a paragraph, its headline first.
 * Menus, comments, captions, scripts and lists of links are left out.
 *
 * @example
 * ```ts
 * import { articleOf } from "./article.ts";
 * import assert from "node:assert/strict";
 *
 * const page = "<nav>Home</nav><h1>Floods</h1><p>300 homes &amp; a mill.</p>";
 * assert.equal(articleOf(page), "Floods\n300 homes & a mill.");
 * ```
 */
export function articleOf(html: string): string {
  const blocks = blocksOf(html);
  const body = bodyOf(blocks);
  const first = body[0] ? blocks.indexOf(body[0]) : -1;
  // The headline may stand above the element that holds the text.
  const headline = body.some(({ tag }) => tag === "h1")
    ? undefined
    : blocks.slice(0, Math.max(0, first)).findLast(({ tag }) => tag === "h1");
  const lines = body.filter((block) =>
    !(isLinks(block) && !HEADINGS.has(block.tag) && block.tag !== "p")
  );
  return [...(headline ? [headline] : []), ...lines].map(({ text }) => text)
    .join("\n");
}

/** Whether a text is a page: it begins with a tag, a doctype or a comment. */
export function isHtml(text: string): boolean {
  let at = 0;
  while (at < text.length && at < 2000 && /\s|\ufeff/.test(text.charAt(at))) {
    at++;
  }
  const start = text.slice(at, at + 15).toLowerCase();
  if (
    /^<(!doctype|html|head|body|article|main|div|section|!--|\?xml|p|h1|meta)[\s>]?/
      .test(start)
  ) {
    return true;
  }
  const head = text.slice(0, 4000).toLowerCase();
  return head.includes("<html") ||
    head.includes("<body") && head.includes("</");
}
