/**
 * `tallystick reconcile DIR`: what a dataset's claims imply together. Exit status
 * 0 consistent, 1 not, 2 the input or the call is wrong.
 *
 * @module
 */
import { onResult } from "./call/on_result.ts";
import { SELECTION_HELP } from "./call/selection.ts";
import type { Verb } from "./call/verb.ts";
import { cleanJson } from "./terminal/clean.ts";
import { paintForOutput } from "./terminal/paint.ts";
import { report } from "./terminal/report.ts";

const HELP = `Works out what a dataset's claims imply together: whether they
agree, which cannot all be true, what must give, and what follows.

Usage: tallystick reconcile DIR [options]

${SELECTION_HELP}

Exit status: 0 consistent, 1 not, 2 the input or the call is wrong.

Example: tallystick reconcile my-claims --without-source radio-2024-07-03`;

/** The verb `reconcile`. */
export const reconcileClaims: Verb = {
  help: HELP,
  run: (asked) =>
    onResult(asked, ["DIR"], (result, { json, options }) => {
      if (json) console.log(cleanJson(result));
      else console.log(report(result, options, paintForOutput()));
      return result.consistent ? 0 : 1;
    }),
};
