import type { FurnitureWords } from "../furniture.ts";
import type { Span } from "../period.ts";

/** Words that decline, by what they mean. */
export type Meaning<T> = ReadonlyMap<string, T>;

/** What Ukrainian and Russian say with other words: the data of a grammar. */
export interface SlavicWords {
  /** Numbers below a hundred, and the hundreds, in all cases. */
  readonly small: Meaning<number>;
  readonly tens: Meaning<number>;
  readonly hundreds: Meaning<number>;
  /** "Тисяч", "млн": powers of ten, in all cases. */
  readonly magnitudes: Meaning<number>;
  /** "Тисячі", "десятки": how many one of them is. */
  readonly plurals: Meaning<number>;
  /** Of those, forms that are a singular after a hedge: "більше тисячі". */
  readonly eitherNumber: ReadonlySet<string>;
  /** "Сотня", "десяток": one of them, as a number of its own. */
  readonly ones: Meaning<number>;
  /** "Кілька" before a magnitude. */
  readonly few: ReadonlySet<string>;
  /** "Півтора": one and a half. */
  readonly oneAndHalf: ReadonlySet<string>;
  /** "Пів": half of the magnitude after it. */
  readonly half: ReadonlySet<string>;
  /** "Півмільйона", "полмиллиона", in one word. */
  readonly halves: Meaning<number>;
  /** "Половина", "третина": what they divide by. */
  readonly fractions: Meaning<number>;
  /** "Пята", "десята", before "частина", and after "кожен". */
  readonly ordinals: Meaning<number>;
  /** "Частина". */
  readonly part: ReadonlySet<string>;
  readonly every: ReadonlySet<string>;
  /** "Вдвічі", "подвоїлася". */
  readonly multiples: Meaning<number>;
  /** "Рази", after a number that "у" stands before. */
  readonly times: ReadonlySet<string>;
  readonly percent: ReadonlySet<string>;
  /** "Відсоткових", before "пунктів". */
  readonly percentage: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;

  /** Phrases before and after a number by their hedge; `|` between them. */
  readonly hedgesBefore: Readonly<Record<string, string>>;
  readonly hedgesAfter: Readonly<Record<string, string>>;
  /** Words between a hedge and its number. */
  readonly betweenHedges: ReadonlySet<string>;

  readonly months: Meaning<number>;
  readonly weekdays: Meaning<number>;
  readonly spans: Meaning<Span>;
  /** "Півріччя". */
  readonly halfYear: ReadonlySet<string>;
  /** "Перших", "останніх". */
  readonly first: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly previous: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
  readonly same: ReadonlySet<string>;
  /** "Період", "час". */
  readonly period: ReadonlySet<string>;
  /** "Початку", "кінця", "середині". */
  readonly begin: ReadonlySet<string>;
  readonly end: ReadonlySet<string>;
  readonly middle: ReadonlySet<string>;
  /** "Торік" and others: the days or years before. */
  readonly daysAgo: Meaning<number>;
  readonly yearsAgo: Meaning<number>;
  readonly ago: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
  readonly hours: ReadonlySet<string>;
  /** Words before a date: what they make of it. */
  readonly in: ReadonlySet<string>;
  readonly since: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** "На", after "станом" or before a day. */
  readonly on: ReadonlySet<string>;
  readonly state: ReadonlySet<string>;
  /** "Між … і". */
  readonly between: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** "Порівняно", "проти", "ніж". */
  readonly against: ReadonlySet<string>;

  /** "На", before a unit of time: a rate. */
  readonly perBefore: ReadonlySet<string>;
  /** "Щодня". */
  readonly per: Meaning<string>;

  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly more: ReadonlySet<string>;
  readonly less: ReadonlySet<string>;
  /** "На": by how much. */
  readonly by: ReadonlySet<string>;
  /** "До": to how much. */
  readonly to: ReadonlySet<string>;
  /** "Від": from how much. */
  readonly from: ReadonlySet<string>;

  readonly money: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly stuff: ReadonlySet<string>;
  /** How words of what happened, and of a state, begin. */
  readonly events: readonly string[];
  readonly states: readonly string[];
  readonly people: readonly string[];
  /** "Ос.", "чол.": people, shortened. */
  readonly shortPeople: ReadonlySet<string>;
  /** How words of a plan or a demand begin: of the numbers of their clause. */
  readonly plans: readonly string[];
  /** "Може", "будуть": what may be or will be. */
  readonly modals: ReadonlySet<string>;
  /** Verbs of what will have happened: "зросте". */
  readonly future: ReadonlySet<string>;
  /** How words of a forecast begin: of the numbers of their sentence. */
  readonly forecasts: readonly string[];
  /** "Стаття", "№": a number after it is a name. */
  readonly named: readonly string[];
  readonly age: readonly string[];
  readonly samples: readonly string[];
  /** Prices, pay and the like, whose percentages count nothing. */
  readonly prices: readonly string[];

  /** How verbs of saying begin. */
  readonly saying: readonly string[];
  /** "За словами", "за даними": words before a genitive that speaks. */
  readonly wordsOf: Meaning<"words" | "data">;
  /** "За", before "словами". */
  readonly wordsBefore: ReadonlySet<string>;
  /** "Посиланням на". */
  readonly citing: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** "Речник": what a person is; a name follows. */
  readonly roles: readonly string[];
  /** "Дані": no speaker, where nothing follows. */
  readonly that: ReadonlySet<string>;

  /** Words of closed classes: no noun that is counted. */
  readonly closed: ReadonlySet<string>;
  /** Words that a point shortens. */
  readonly short: ReadonlySet<string>;
  /** "Р.", "г.": the year, whose point ends no sentence before a small letter. */
  readonly year: ReadonlySet<string>;
  readonly furniture: FurnitureWords;
}

/** Words of a text, by blanks. */
export const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

/** Words of a text, by blanks, in a list. */
export const list = (text: string): readonly string[] => [...set(text)];

/** A stem with its endings: `тисяч _ а і у`; the ending `_` is none. */
export function forms(text: string): string[] {
  return text.split("|").flatMap((one) => {
    const [stem, ...endings] = one.trim().split(/\s+/);
    return endings.length === 0
      ? [stem!]
      : endings.map((ending) => stem! + (ending === "_" ? "" : ending));
  });
}

/** A set of stems with their endings. */
export const declined = (text: string): ReadonlySet<string> =>
  new Set(forms(text));

/** Phrases of a word of each list, in every order of choice. */
export const phrases = (...lists: readonly string[][]): string =>
  lists.reduce(
    (all, list) =>
      all.flatMap((before) => list.map((word) => `${before} ${word}`.trim())),
    [""],
  ).join("|");

/** What stems with their endings mean. */
export function meaning<T>(
  rows: readonly (readonly [string, T])[],
): Meaning<T> {
  return new Map(
    rows.flatMap(([text, value]) =>
      forms(text).map((word) => [word, value] as const)
    ),
  );
}

/** Stems by their first letter: most words begin as none of them. */
type Stems = ReadonlyMap<string, readonly string[]>;

const INDEXED = new WeakMap<readonly string[], Stems>();

function indexOf(stems: readonly string[]): Stems {
  let index = INDEXED.get(stems);
  if (!index) {
    INDEXED.set(stems, index = Map.groupBy(stems, (stem) => stem[0]!));
  }
  return index;
}

/** Whether a word begins with one of some stems; `цен_` is a word, no stem. */
export const begins = (word: string, stems: readonly string[]): boolean =>
  indexOf(stems).get(word[0] ?? "")?.some((stem) =>
    stem.endsWith("_") ? word === stem.slice(0, -1) : word.startsWith(stem)
  ) ?? false;
