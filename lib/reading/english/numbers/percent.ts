import type { TextNumber } from "../../number.ts";
import { at, DASHES, type Token } from "../../token.ts";

/** What percent sign or word stands at a token, and where it ends. */
export function percentAfter(
  tokens: readonly Token[],
  i: number,
): [TextNumber["scale"], number] {
  const word = at(tokens, i);
  const dash = DASHES.has(word) && /^(percent|per)$/.test(at(tokens, i + 1))
    ? 1
    : 0;
  const place = i + dash;
  let to = place;
  if (at(tokens, place) === "%" || at(tokens, place) === "٪") to = place + 1;
  else if (/^(percent|pct)$/.test(at(tokens, place))) to = place + 1;
  else if (at(tokens, place) === "pc" && tokens[place]!.glued) to = place + 1;
  else if (at(tokens, place) === "per" && at(tokens, place + 1) === "cent") {
    to = place + 2;
  } else if (
    at(tokens, place) === "percentage" &&
    /^points?$/.test(at(tokens, place + 1))
  ) return ["points", place + 2];
  else return [null, i];
  const dashed = DASHES.has(at(tokens, to)) ? 1 : 0;
  return /^points?$/.test(at(tokens, to + dashed)) &&
      at(tokens, to) !== "points"
    ? ["points", to + dashed + 1]
    : ["percent", to];
}
