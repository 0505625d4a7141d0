import type { CellBlock } from "./cell_block.ts";
import { Repeats } from "./repeats.ts";

/** The ids that are new in a block, one after the other. */
interface Stretch {
  readonly block: CellBlock;
  /** The number of its first id among those of its judge. */
  readonly code: number;
  /** The number of its first id among all. */
  readonly number: number;
  /** The place of its first id among the words of the block. */
  readonly at: number;
}

/** The last of the stretches that starts at or before a place. */
function stretchAt(
  stretches: readonly Stretch[],
  place: number,
  startOf: (stretch: Stretch) => number,
): Stretch {
  let low = 0;
  let high = stretches.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (startOf(stretches[middle]!) <= place) low = middle;
    else high = middle;
  }
  return stretches[low]!;
}

/**
 * The ids of a table's rows. They stay in the text of their blocks: to cut out
 * and hold a million takes longer than to compare them.
 */
export class IdColumn {
  readonly #column: number;
  readonly #stretches: Stretch[] = [];
  readonly #ofJudge: Stretch[][] = [];
  readonly #repeats = new Repeats();
  /** The number of each row's id. */
  readonly #rows: number[] = [];
  #count = 0;
  #open: Stretch | undefined;
  #codes: Int32Array = new Int32Array();
  #offset = 0;
  #known: readonly Stretch[] = [];

  /** Takes the number of the column. */
  constructor(column: number) {
    this.#column = column;
  }

  /** Moves on to a block. */
  open(block: CellBlock): void {
    const { judge, counts, lines, codes } = block;
    const stretches = this.#ofJudge[judge] ??= [];
    const last = stretches.at(-1);
    const count = counts[this.#column] ?? 0;
    this.#open = {
      block,
      code: last ? last.code + last.block.counts[this.#column]! : 0,
      number: this.#count,
      at: counts.slice(0, this.#column).reduce((sum, n) => sum + n, 0),
    };
    this.#codes = codes;
    this.#offset = this.#column * lines.length;
    this.#count += count;
    this.#known = stretches;
    if (count === 0) return;
    stretches.push(this.#open);
    this.#stretches.push(this.#open);
  }

  /** Adds the id of a record of the block as that of the next row. */
  add(record: number): void {
    const code = this.#codes[this.#offset + record]!;
    const open = this.#open!;
    const stretch = code >= open.code
      ? open
      : stretchAt(this.#known, code, (known) => known.code);
    const id = code - stretch.code;
    this.#rows.push(stretch.number + id);
    const { text, ends } = stretch.block;
    const place = stretch.at + id;
    this.#repeats.add(text, place === 0 ? 0 : ends[place - 1]!, ends[place]!);
  }

  /** The id of a row. */
  of(row: number): string {
    const number = this.#rows[row]!;
    const stretch = stretchAt(this.#stretches, number, (one) => one.number);
    const { text, ends } = stretch.block;
    const place = stretch.at + number - stretch.number;
    return text.slice(place === 0 ? 0 : ends[place - 1]!, ends[place]!);
  }

  /** The rows whose id came before, and the row where it came first. */
  repeats(): [number, number][] {
    return this.#repeats.find((row) => this.of(row));
  }
}
