/**
 * The line on which each record of a CSV text starts, from 1, the header's
 * first. A quoted field may run over several lines, and empty lines hold no
 * record; with `blank` they are listed too, as the parser counts them.
 *
 * @example
 * ```ts
 * import { recordLines } from "./record_lines.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(recordLines('a,b\n"1\n2",3\n\n4,5\n'), [1, 2, 5]);
 * ```
 */
export function recordLines(
  source: string,
  { blank = false }: { blank?: boolean } = {},
): number[] {
  const starts: number[] = [];
  let quoted = false;
  source.split("\n").forEach((line, i) => {
    const empty = line === "" || line === "\r";
    if (!quoted && (blank || !empty)) starts.push(i + 1);
    // A doubled quote flips twice, which is to say not at all.
    let at = line.indexOf('"');
    for (; at >= 0; at = line.indexOf('"', at + 1)) quoted = !quoted;
  });
  return starts;
}
