/**
 * `deno task reconcile DIR`: what a dataset's claims imply together. Exit status
 * 0 consistent, 1 not, 2 the input or the call is wrong.
 *
 * @module
 */
import { runCommand } from "./call/command.ts";
import { SELECTION_HELP } from "./call/selection.ts";
import { cleanJson } from "./terminal/clean.ts";
import { paintFor } from "./terminal/paint.ts";
import { report } from "./terminal/report.ts";

const HELP = `Works out what a dataset's claims imply together: whether they
agree, which cannot all be true, what must give, and what follows.

Usage: deno task reconcile DIR [options]

${SELECTION_HELP}

Exit status: 0 consistent, 1 not, 2 the input or the call is wrong.`;

await runCommand(HELP, 1, (result, { json, options }) => {
  if (json) {
    console.log(cleanJson(result));
  } else {
    const noColor = (Deno.env.get("NO_COLOR") ?? "") !== "";
    const paint = paintFor(Deno.stdout.isTerminal(), noColor);
    console.log(report(result, options, paint));
  }
  return result.consistent ? 0 : 1;
});
