import { at, DASHES, type Token } from "../../token.ts";

/** Whether digits are of a phone number. */
export function isPhone(tokens: readonly Token[], i: number): boolean {
  // Three groups of digits that dashes join, or a plus before seven digits.
  const joined = (a: number) =>
    DASHES.has(at(tokens, a)) && tokens[a]!.glued &&
    tokens[a + 1]?.kind === "number" && tokens[a + 1]!.glued;
  const chain = joined(i + 1) && joined(i + 3);
  const inside = i >= 2 && DASHES.has(at(tokens, i - 1)) && tokens[i]!.glued &&
    tokens[i - 1]!.glued && tokens[i - 2]?.kind === "number" &&
    (joined(i + 1) || i >= 4 && DASHES.has(at(tokens, i - 3)) &&
        tokens[i - 2]!.glued && tokens[i - 3]!.glued &&
        tokens[i - 4]?.kind === "number");
  let first = i;
  let last = i;
  while (tokens[first - 1]?.kind === "number" && i - first < 6) first--;
  while (tokens[last + 1]?.kind === "number" && last - i < 6) last++;
  if (last - first >= 2 || last > first && at(tokens, first - 1) === "+") {
    return true;
  }
  const long = tokens[i]!.text.replace(/\D/g, "").length >= 7 &&
    at(tokens, i - 1) === "+";
  return chain || inside || long ||
    /^(tel|phone|fax|call|hotline|whatsapp)$/.test(
      at(tokens, i - 1).replace(":", ""),
    );
}
