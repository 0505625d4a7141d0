import { isCounted } from "./words/closed_words.ts";
import { isDoubtful, type Writing } from "../numeral.ts";
import type { Token } from "../token.ts";

/** How a text writes numbers, found as its paragraphs go by. */
export class WritingFinder {
  #grouped = 0;
  #divided = 0;
  readonly #withCommas = new Set<string>();

  /** Looks at the numbers of a paragraph. */
  add(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind !== "number" || token.text.length > 20) continue;
      const { text } = token;
      if (isDoubtful(text)) {
        if (isCounted(tokens[i + 1])) this.#grouped++;
      } else if (/^\d+\.\d{1,2}$/.test(text)) this.#divided++;
      else if (/^\d{1,3},\d{3}$/.test(text)) this.#withCommas.add(text);
      else if (/^\d+,\d{1,2}$/.test(text)) this.#grouped++;
    }
  }

  /** What was found. */
  get writing(): Writing {
    return {
      pointGroups: this.#grouped > this.#divided,
      withCommas: this.#withCommas,
    };
  }
}
