/** A word, a number in digits or a mark of a text. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly lower: string;
  /** UTF-16 units from the start of the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Whether it touches the token before it. */
  readonly glued: boolean;
  /** Whether a word begins with a capital letter. */
  readonly capital: boolean;
}

const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}/u;

const isDigit = (code: number) => code >= 48 && code <= 57;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 97 && code <= 122 || code >= 65 && code <= 90;
  return code > 0xa9 && LETTER.test(text.charAt(at));
}

const isBlank = (code: number) =>
  code === 32 || code === 9 || code === 0xa0 || code === 0x202f ||
  code >= 0x2000 && code <= 0x200b || code === 0x3000 || code === 0xfeff ||
  code === 13 || code === 10;

const isApostrophe = (code: number) => code === 39 || code === 0x2019;

/** Whether exactly `count` digits stand at a place, and no more. */
function digitsAt(text: string, at: number, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (!isDigit(text.charCodeAt(at + i))) return false;
  }
  return !isDigit(text.charCodeAt(at + count));
}

/** Blanks that stand between the groups of a number: `4 690`. */
const isGroupBlank = (code: number) =>
  code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009;

function endOfNumber(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const first = at - start;
  // 4 690, one to three digits and then threes.
  let grouped = at;
  while (
    first <= 3 && text.charCodeAt(start) !== 48 &&
    isGroupBlank(text.charCodeAt(grouped)) && digitsAt(text, grouped + 1, 3) &&
    !isLetter(text, grouped + 4)
  ) grouped += 4;
  if (grouped > at) {
    at = grouped;
    const next = text.charCodeAt(at);
    // A point or comma after blanks divides: 4 690,5.
    if ((next === 44 || next === 46) && digitsAt(text, at + 1, 1)) at += 2;
    return at;
  }
  for (;;) {
    const code = text.charCodeAt(at);
    const divides = code === 44 || code === 46 || isApostrophe(code);
    if (!divides || !isDigit(text.charCodeAt(at + 1))) return at;
    if (isApostrophe(code) && !digitsAt(text, at + 1, 3)) return at;
    at++;
    while (isDigit(text.charCodeAt(at))) at++;
  }
}

/** Codes of money that stand before their number without a blank: USD10m. */
const MONEY_CODES: ReadonlySet<string> = new Set(
  "USD EUR GBP JPY UAH RUB CAD AUD CHF CNY INR RM PS HK HKD SEK NOK DKK Rs US A C Y"
    .split(" "),
);

function endOfWord(text: string, start: number): number {
  let at = start;
  while (isLetter(text, at)) at++;
  if (
    isDigit(text.charCodeAt(at)) && at - start <= 3 &&
    (at - start > 1 && MONEY_CODES.has(text.slice(start, at)) ||
      text.charCodeAt(start - 1) === 36 && UPPER.test(text.charAt(start)))
  ) return at;
  for (;;) {
    while (isLetter(text, at) || isDigit(text.charCodeAt(at))) at++;
    if (isApostrophe(text.charCodeAt(at)) && isLetter(text, at + 1)) at++;
    else return at;
  }
}

/**
 * The words, numbers and marks of a paragraph, in one pass. Letters that
 * digits follow are one word (H1N1); digits that letters follow are two tokens
 * that touch (2.3m).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    const start = at;
    let kind: Token["kind"] = "mark";
    if (
      isDigit(code) ||
      code === 46 && isDigit(text.charCodeAt(at + 1)) &&
        (start === 0 || isBlank(text.charCodeAt(start - 1)))
    ) {
      kind = "number";
      at = endOfNumber(text, code === 46 ? at + 1 : at);
    } else if (isLetter(text, at)) {
      kind = "word";
      at = endOfWord(text, at);
    } else at++;
    const piece = text.slice(start, at);
    const word = kind === "word";
    tokens.push({
      kind,
      text: piece,
      lower: word ? piece.toLowerCase().replace(/[’ʼ]/g, "'") : piece,
      start,
      end: at,
      glued: tokens.length > 0 && tokens[tokens.length - 1]!.end === start,
      capital: word && UPPER.test(piece.charAt(0)),
    });
  }
  return tokens;
}

/** A token in lower case; nothing beyond the ends. */
export const at = (tokens: readonly Token[], i: number): string =>
  tokens[i]?.lower ?? "";

/** Signs that stand between two numbers. */
export const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", "‑", "−"]);

/** Whether a mark joins two words. */
export const isHyphen = (text: string): boolean => text === "-" || text === "‑";
