import { lastDayOrYear } from "../quantity/date.ts";
import { InputError } from "../quantity/input_error.ts";
import { showValue } from "../quantity/show_value.ts";
import { markHeadlines } from "./headline.ts";
import { grammarFor, grammarOf } from "./languages.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { shownDrafts } from "./shown_drafts.ts";
import type { Draft, Quantity, ReadOptions } from "./types.ts";
import { findUncounted } from "./uncounted.ts";

/** What is found in a text. */
export interface DraftedText {
  /** What is proposed as claims, in the order of the text. */
  readonly drafts: Draft[];
  /** Every number that counts or measures, claim or not, in that order. */
  readonly quantities: Quantity[];
  /**
   * The other numbers, which count and measure nothing: dates, times, numbers
   * of articles, codes. With `quantities` they hold every digit of the text.
   */
  readonly uncounted: Quantity[];
  /** The code of the language that it was read in. */
  readonly language: string;
}

const OPTIONS: ReadonlySet<string> = new Set(["published", "language"]);

/**
 * Refuses what is no text: a notebook does not check types.
 *
 * @throws {InputError} With what would be right.
 */
export function checkText(text: unknown, name: string): void {
  if (typeof text === "string") return;
  const wait = text instanceof Promise ? "; await it" : "";
  throw new InputError(
    `${name} takes the words of a text, not ${showValue(text)}${wait}`,
  );
}

function checkOptions(options: ReadOptions): void {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.has(name)) {
      throw new InputError(
        `'${name}' is not an option of readText: published, language`,
      );
    }
  }
}

/** A line of the head: short, and no sentence. */
function isHeadline({ text }: Paragraph, index: number): boolean {
  return index < 4 && text.length < 160 && !/[.!?]["”’]?\s*$/.test(text);
}

/**
 * Reads a text and proposes its claims: numbers with their hedge, kind, period,
 * unit and speaker, each with why. A person accepts them or mends them. The
 * rules are fixed and can be read; nothing is guessed that the text leaves
 * open, and nothing is looked up. English, Ukrainian and Russian are read; where
 * the language is not given, the letters of the text tell.
 *
 * @param text Plain text; each line that is not empty is a paragraph.
 * @throws {InputError} When it is no text, the day of publication is no date, an
 * option is unknown, or there is no grammar for the language.
 *
 * @example
 * ```ts
 * import { readText } from "./read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const { drafts } = readText(
 *   "Nearly 3,000 homes were flooded in May, the river agency said.",
 *   { published: "2031-06-04" },
 * );
 * const [draft] = drafts;
 * assert.equal(draft?.stated, "3000");
 * assert.equal(draft?.hedge, "nearly");
 * assert.equal(draft?.start, "2031-05-01");
 * assert.equal(draft?.end, "2031-05-31");
 * assert.equal(draft?.speaker, "river agency");
 * ```
 */
export function readText(text: string, options: ReadOptions = {}): DraftedText {
  checkText(text, "readText");
  checkOptions(options);
  const grammar = options.language === undefined
    ? grammarFor(text)
    : grammarOf(options.language);
  const published = options.published ? lastDayOrYear(options.published) : null;
  const paragraphs = paragraphsOf(text);
  const { drafts, quantities, named = [] } = grammar.read(
    paragraphs,
    published,
  );
  const heads = new Set(
    paragraphs.filter(isHeadline).map(({ locator }) => locator),
  );
  return shownIn(text, {
    drafts: markHeadlines(drafts, (locator) => heads.has(locator)),
    quantities,
    uncounted: findUncounted(paragraphs, quantities, named),
    language: grammar.code,
  });
}

const count = (of: number, noun: string): string =>
  `${of} ${noun}${of === 1 ? "" : "s"}`;

/** What was read, which a notebook shows as the marked text beside its drafts. */
function shownIn(text: string, read: DraftedText): DraftedText {
  return Object.defineProperty(read, Symbol.for("Jupyter.display"), {
    value: () => {
      const { drafts, quantities } = read;
      const told = `${count(drafts.length, "draft")} from ` +
        count(quantities.length, "number");
      return {
        "text/html": drafts.length === 0
          ? `<p>${told}</p>`
          : `${shownDrafts(text, drafts)}`,
        "text/plain": told,
      };
    },
  });
}
