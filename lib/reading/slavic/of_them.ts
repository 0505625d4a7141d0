import type { Mention } from "../mention.ts";
import { at, type Token } from "../token.ts";

/** Whether a number is a part of the one before it: "із них 40 — жінки". */
export function isOfThem(
  tokens: readonly Token[],
  { hedge, sentence }: Mention,
): boolean {
  return hedge.from - 2 >= sentence.from &&
    /^(з|із|зі|серед|из|среди)$/.test(at(tokens, hedge.from - 2)) &&
    /^(них|яких|котрих|которых)$/.test(at(tokens, hedge.from - 1));
}
