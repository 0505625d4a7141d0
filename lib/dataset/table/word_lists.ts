import type { CellBlock } from "./cell_block.ts";

/** The words of a table's columns, by their judge, column and number. */
export class WordLists {
  readonly #wanted: readonly boolean[];
  readonly #lists: string[][][] = [];

  /** Takes for each column whether its words are wanted. */
  constructor(wanted: readonly boolean[]) {
    this.#wanted = wanted;
  }

  /** Takes the words of the next block; gives those of its judge, by column. */
  take(
    { judge, text, ends, counts }: CellBlock,
  ): readonly (readonly string[])[] {
    const lists = this.#lists[judge] ??= this.#wanted.map(() => []);
    let at = 0;
    counts.forEach((count, column) => {
      const after = at + count;
      if (this.#wanted[column]) {
        const list = lists[column]!;
        let start = at === 0 ? 0 : ends[at - 1]!;
        for (; at < after; at++) {
          const end = ends[at]!;
          list.push(text.slice(start, end));
          start = end;
        }
      }
      at = after;
    });
    return lists;
  }
}
