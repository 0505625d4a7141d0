import type { z } from "zod";
import { LIMITS } from "../limits.ts";

/** Stands for an empty cell, where others have the number of their word. */
export const EMPTY = -1;

/** How many words a column remembers, at first and at most; powers of two. */
const FIRST_SLOTS = 2 ** 8;
const MOST_SLOTS = 2 ** 15;

/** How many characters at its end say where a word is remembered. */
const LOOKED_AT = 8;

/** Ids, dates and numbers differ at their end. */
function hashEnd(cell: string): number {
  let hash = cell.length;
  for (let i = Math.max(0, hash - LOOKED_AT); i < cell.length; i++) {
    hash = Math.imul(hash ^ cell.charCodeAt(i), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** Takes a record whose cell is not sound, and what is wrong with it. */
export type Refuse = (record: number, complaint: string) => void;

/**
 * One column of a table: numbers the words in its cells, and has a zod schema
 * judge each word once for as long as it is remembered, since a cell's schema
 * knows nothing but its text. A million rows name few sources and dates.
 */
export class CellColumn {
  /** Its name in the header. */
  readonly name: string;
  /** Its field's number in a record, from 0. */
  readonly at: number;
  readonly #schema: z.ZodType | undefined;
  readonly #empty: string | undefined;
  #words: string[] = Array(FIRST_SLOTS).fill("");
  #numbers = new Int32Array(FIRST_SLOTS);
  #count = 0;
  #looked = 0;
  #missed = 0;
  /** What is wrong with the cell that was refused last. */
  #wrong = "";

  /** Takes name, place and schema; without a schema any text is sound. */
  constructor(name: string, at: number, schema?: z.ZodType) {
    this.name = name;
    this.at = at;
    this.#schema = schema;
    this.#empty = this.#complaint(null);
  }

  /**
   * Writes down which word stands in each record's cell, in `codes` from
   * `offset` on, {@linkcode EMPTY} where there is none; adds those without a
   * number to `words`. Cells that are not sound are refused, and count as empty.
   */
  number(
    records: readonly (readonly string[])[],
    codes: Int32Array,
    offset: number,
    words: string[],
    refuse: Refuse,
  ): void {
    const { at } = this;
    // One claim after the other is of the same source, measure, speaker.
    let last = "";
    let lastCode = EMPTY;
    for (let record = 0; record < records.length; record++) {
      const cell = records[record]![at]!;
      let code = lastCode;
      if (cell === "") {
        code = EMPTY;
        if (this.#empty !== undefined) refuse(record, this.#empty);
      } else if (cell !== last) {
        code = this.#code(cell, words);
        if (code === EMPTY) refuse(record, this.#wrong);
        else {
          last = cell;
          lastCode = code;
        }
      }
      codes[offset + record] = code;
    }
  }

  #code(cell: string, words: string[]): number {
    // In a column of ids no word comes twice; remembering would be in vain.
    if (this.#missed > MOST_SLOTS && this.#missed * 2 > this.#looked) {
      return this.#judge(cell, words);
    }
    this.#looked++;
    const slot = hashEnd(cell) & (this.#words.length - 1);
    if (this.#words[slot] === cell) return this.#numbers[slot]!;
    this.#missed++;
    const code = this.#judge(cell, words);
    if (code !== EMPTY) {
      this.#words[slot] = cell;
      this.#numbers[slot] = code;
      if (this.#missed > this.#words.length) this.#grow();
    }
    return code;
  }

  #grow(): void {
    const slots = Math.min(this.#words.length * 4, MOST_SLOTS);
    if (slots === this.#words.length) return;
    const words = this.#words;
    const numbers = this.#numbers;
    this.#words = Array(slots).fill("");
    this.#numbers = new Int32Array(slots);
    words.forEach((word, i) => {
      if (word === "") return;
      const slot = hashEnd(word) & (slots - 1);
      this.#words[slot] = word;
      this.#numbers[slot] = numbers[i]!;
    });
  }

  #judge(cell: string, words: string[]): number {
    const complaint = this.#complaint(cell);
    if (complaint !== undefined) {
      this.#wrong = complaint;
      return EMPTY;
    }
    words.push(cell);
    return this.#count++;
  }

  #complaint(cell: string | null): string | undefined {
    if (cell !== null && cell.length > LIMITS.field) {
      return `holds ${cell.length} characters; ${LIMITS.field} at most`;
    }
    return this.#schema?.safeParse(cell).error?.issues[0]?.message;
  }
}
