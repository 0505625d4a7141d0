import { type Decimal, decimalOf, MOST_DIGITS } from "./decimal.ts";

/** How a text writes its numbers, where a point may mean two things. */
export interface Writing {
  /** Whether 4.690 without a noun after it is four thousand. */
  readonly pointGroups: boolean;
  /** Numbers that the text also writes with commas: 1,410 beside 1.410. */
  readonly withCommas: ReadonlySet<string>;
}

/** A numeral in digits, and what its marks say. */
export interface Numeral {
  readonly value: Decimal;
  /** Digits after a point or comma that divides. */
  readonly places: number;
  /** Whether marks stand between its groups. */
  readonly grouped: boolean;
}

const isGroupMark = (mark: string) => mark !== "." && mark !== ",";

function grouped(parts: readonly string[]): boolean {
  const first = parts[0]!.length;
  if (first < 1 || first > 3 || parts.length < 2) return false;
  const rest = parts.slice(1);
  if (rest.every((part) => part.length === 3)) return parts[0] !== "0";
  // 1,00,000 as India writes it.
  return first <= 2 && rest.length > 1 && rest.at(-1)!.length === 3 &&
    rest.slice(0, -1).every((part) => part.length === 2);
}

/** Whether digits are a point and a group of three: 4.690. */
export function isDoubtful(text: string): boolean {
  const point = text.indexOf(".");
  return point > 0 && point <= 3 && text.length === point + 4 &&
    text[0] !== "0" && /^\d+\.\d{3}$/.test(text);
}

function plain(text: string): Numeral | null {
  const { length } = text.replace(".", "");
  if (length > MOST_DIGITS || text === "") return null;
  const point = text.indexOf(".");
  return {
    value: decimalOf(text),
    places: point < 0 ? 0 : text.length - point - 1,
    grouped: false,
  };
}

/**
 * Reads digits with their marks: 4,690 and 4 690 and 4’690 are grouped, 4.6
 * and 4,6 divided; 4.690 is what the text's writing says, or what `count` says
 * where a noun that is counted (true) or a measure (false) stands beside it.
 *
 * @returns Nothing where digits are no number: 1.2.3, 12,34,5.
 */
export function readNumeral(
  text: string,
  writing: Writing,
  count: boolean | null,
): Numeral | null {
  if (text.length > 2 * MOST_DIGITS) return null;
  if (text.startsWith(".")) {
    return /^\.\d+$/.test(text) ? plain(`0${text}`) : null;
  }
  const marks = text.replace(/\d/g, "");
  if (marks === "") return plain(text);
  const parts = text.split(/\D/);
  const last = marks[marks.length - 1]!;
  const same = [...marks].every((mark) => mark === marks[0]);
  if (marks.length === 1 && last === ".") {
    const groups = isDoubtful(text) &&
      (count ??
        (writing.pointGroups ||
          writing.withCommas.has(text.replace(".", ","))));
    const read = plain(groups ? parts.join("") : text);
    return read && { ...read, grouped: groups };
  }
  if (same && grouped(parts)) {
    const read = plain(parts.join(""));
    return read && { ...read, grouped: true };
  }
  if (marks.length === 1) {
    return last === "," ? plain(parts.join(".")) : null;
  }
  // 1,234.5 and 1.234,5 and 1 234,5: the last mark divides.
  const whole = parts.slice(0, -1);
  const first = marks[0]!;
  const divides = last !== first && !isGroupMark(last) &&
    [...marks].slice(0, -1).every((mark) => mark === first) && grouped(whole);
  const read = divides ? plain(`${whole.join("")}.${parts.at(-1)}`) : null;
  return read && { ...read, grouped: true };
}
