/**
 * `tallystick explain DIR MEASURE START END`: one bound, both sides, with the
 * proof of each. Exit status 0, or 2 when the input or the call is wrong.
 *
 * @module
 */
import { onResult } from "./call/on_result.ts";
import { SELECTION_HELP } from "./call/selection.ts";
import type { Verb } from "./call/verb.ts";
import { cleanJson } from "./terminal/clean.ts";
import { explanation } from "./terminal/explanation.ts";
import { paintForOutput } from "./terminal/paint.ts";
import { asideLines } from "./terminal/report.ts";

const HELP = `Explains one bound: the least and the most that the claims imply
for a count, each with the sum that gives it.

Usage: tallystick explain DIR MEASURE START END [options]

START and END are dates, YYYY-MM-DD or YYYY-MM. The selection is that of
reconcile; --from, --to, --per and --measure choose what it lists, and change
nothing here.

${SELECTION_HELP}

Exit status: 0, or 2 when the input or the call is wrong.

Example: tallystick explain my-claims visits 2024-05 2024-06`;

/** The verb `explain`. */
export const explain: Verb = {
  help: HELP,
  run: (asked) =>
    onResult(
      asked,
      ["DIR", "MEASURE", "START", "END"],
      (result, { json, options, words }) => {
        const [, measure, start, end] = words as [
          string,
          string,
          string,
          string,
        ];
        const bounds = result.bounds(measure, start, end);
        if (json) {
          const { exactLow: _low, exactHigh: _high, ...plain } = bounds;
          console.log(cleanJson({ version: 1, ...plain }));
          return 0;
        }
        const told = {
          name: (id: string) => result.nameOf(id),
          facts: result.facts,
          certain: result.cheapestRepair.certain,
          byOrigin: options.by === "origin",
        };
        const paint = paintForOutput();
        console.log(
          [explanation(bounds, told, paint), ...asideLines(result, paint)]
            .join("\n"),
        );
        return 0;
      },
    ),
};
