import { type Box, LINE, type Words } from "./marks.ts";
import { textWidth, type Weight } from "./text.ts";

/** What a text takes of a drawing that starts at its place. */
export function boxOf(
  { x, y, text }: Words,
  fontSize: number,
  weight?: Weight,
): Box {
  const right = x + textWidth(text, fontSize, weight);
  return { left: x, right, top: y - LINE / 2, bottom: y + LINE / 2 };
}
