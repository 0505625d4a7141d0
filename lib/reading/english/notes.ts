import type { Sentence } from "../sentences.ts";
import { at, type Token } from "../token.ts";

/** Words that a note on the article itself begins with. */
const NOTES: ReadonlySet<string> = new Set(
  ("correction corrections corrected clarification clarifications amendment " +
    "erratum errata").split(" "),
);

/** Names of what a note is about: the text that it stands in. */
const ARTICLES: ReadonlySet<string> = new Set(
  "article story report piece page post column dispatch headline item text"
    .split(" "),
);

const MENDED: ReadonlySet<string> = new Set(
  ("amended corrected changed edited revised updated clarified corrects " +
    "clarifies misstated misreported originally incorrectly wrongly " +
    "erroneously mistakenly")
    .split(" "),
);

/** "Correction:", "(Clarification, 5 May)", "Editor's note:" at a beginning. */
function begins(tokens: readonly Token[], { from, to }: Sentence): boolean {
  let first = from;
  while (first < to && tokens[first]!.kind === "mark") first++;
  const editor = /^editor'?s'?$/.test(at(tokens, first)) &&
    at(tokens, first + 1) === "note";
  if (!editor && !NOTES.has(at(tokens, first))) return false;
  const after = first + (editor ? 2 : 1);
  return /^[:.,;(—–-]$/.test(at(tokens, after)) || after === to;
}

/** "An earlier version of this article", "this story was amended". */
function tellsOfArticle(
  tokens: readonly Token[],
  { from, to }: Sentence,
): boolean {
  for (let i = from + 1; i < to; i++) {
    if (!ARTICLES.has(at(tokens, i))) continue;
    const own = at(tokens, i - 1) === "this" ||
      at(tokens, i - 1) === "our" ||
      at(tokens, i - 1) === "the" && /^(article|story)$/.test(at(tokens, i));
    if (!own) continue;
    for (let k = Math.max(from, i - 5); k < i; k++) {
      if (/^(version|versions|edition)$/.test(at(tokens, k))) return true;
    }
    for (let k = i + 1; k < Math.min(to, i + 6); k++) {
      if (MENDED.has(at(tokens, k))) return true;
    }
  }
  for (let i = from; i < to; i++) {
    if (!/^(earlier|previous|original)$/.test(at(tokens, i))) continue;
    if (/^(version|headline)$/.test(at(tokens, i + 1))) {
      // Of a bill or a plan it is news.
      return at(tokens, i + 2) !== "of" || ARTICLES.has(at(tokens, i + 4));
    }
  }
  return false;
}

/** "The clinic has since lowered it": what a keeper of figures did is news. */
function keeperActs(
  tokens: readonly Token[],
  { from, to }: Sentence,
): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if (
      !/^(lowered|raised|revised|updated|cut|changed|withdrew)$/.test(
        at(tokens, i),
      )
    ) continue;
    if (/^(it|its|their|his|her)$/.test(at(tokens, i + 1))) return true;
  }
  return false;
}

/** What a sentence is to a note on the article that it stands in. */
export type Noted = "note" | "goes on" | "none";

/**
 * Whether a sentence is a note on the article: what an earlier version of it
 * said is no claim of this one. A paragraph that begins with "Correction:" is
 * one to its end; what a keeper of figures did is none.
 */
export function notedIn(
  tokens: readonly Token[],
  sentence: Sentence,
  before: Noted,
): Noted {
  if (tellsOfArticle(tokens, sentence)) {
    return before === "goes on" || begins(tokens, sentence)
      ? "goes on"
      : "note";
  }
  if (keeperActs(tokens, sentence)) return "none";
  return before === "goes on" || begins(tokens, sentence) ? "goes on" : "none";
}
