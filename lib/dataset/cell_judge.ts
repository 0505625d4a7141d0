import type { z } from "zod";
import { hashText } from "./text_hash.ts";

/** How many texts a column remembers; a power of two. */
const REMEMBERED = 2 ** 14;

/** How much of a text says where it is remembered. */
const LOOKED_AT = 24;

/**
 * Has a zod schema judge the cells of one column, each text once for as long as
 * it is remembered: a schema of a cell knows nothing but its text.
 */
export class CellJudge {
  /** What is wrong with an empty cell, if that is wrong. */
  readonly empty: string | undefined;
  readonly #schema: z.ZodType;
  readonly #sound: string[] = Array(REMEMBERED).fill("");
  #asked = 0;
  #judged = 0;
  #complaint = "";

  /** Takes the schema of the column's cells. */
  constructor(schema: z.ZodType) {
    this.#schema = schema;
    if (!this.#isSound(null)) this.empty = this.#complaint;
  }

  /** What is wrong with the cell that was refused last. */
  get complaint(): string {
    return this.#complaint;
  }

  /**
   * The cell as it is kept, or nothing when it is refused; never an empty one.
   * Cells that say the same share one string where they can: a million rows
   * name few sources and dates.
   */
  keep(cell: string): string | undefined {
    // In a column of ids no text comes twice; remembering would be in vain.
    if (this.#judged > REMEMBERED && this.#judged * 2 > this.#asked) {
      return this.#isSound(cell) ? cell : undefined;
    }
    this.#asked++;
    const place = hashText(cell, LOOKED_AT) & (REMEMBERED - 1);
    const known = this.#sound[place]!;
    if (known === cell) return known;
    this.#judged++;
    if (!this.#isSound(cell)) return undefined;
    this.#sound[place] = cell;
    return cell;
  }

  #isSound(cell: string | null): boolean {
    const checked = this.#schema.safeParse(cell);
    if (!checked.success) this.#complaint = checked.error.issues[0]!.message;
    return checked.success;
  }
}
