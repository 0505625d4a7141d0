/**
 * `deno task validate DIR [--separator C] [--json]`: checks a dataset's tables and says all
 * that is wrong. Exit status 0 valid, 1 problems, 2 could not read.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { checkDataset } from "../lib/dataset/load.ts";
import { formatProblems, UnreadableError } from "../lib/dataset/problem.ts";
import { Progress } from "./environment/progress.ts";
import { CallError, loadOptions } from "./selection.ts";
import { clean } from "./terminal/clean.ts";
import { writeJson } from "./write_json.ts";

const HELP = `Checks the tables of a dataset's folder.

Usage: deno task validate DIR [--separator C] [--json]

  --separator C   what stands between fields: , ; tab | or auto
  --json          one JSON object on standard output and nothing else
  --help          this text

Each problem is file:line:column field: what is wrong; what would be right.
Where there is none, warnings say what is allowed and suspicious, such as a
wording that does not hold the number; they leave the exit status as it is.
Exit status: 0 valid, 1 problems, 2 the folder or the call cannot be read.`;

function fail(message: string): never {
  console.error(message);
  Deno.exit(2);
}

function readCall(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        separator: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    fail(`${(error as Error).message}\n\n${HELP}`);
  }
}

const { values, positionals: [folder, ...more] } = readCall(Deno.args);
if (values.help) {
  console.log(HELP);
  Deno.exit(0);
}
if (folder === undefined || more.length > 0) {
  fail(`Name one folder to check.\n\n${HELP}`);
}
const progress = new Progress();
try {
  const options = loadOptions(values.separator);
  progress.start(`Checking ${clean(folder)}`);
  const { problems, warnings } = await checkDataset(folder, options);
  progress.drop();
  const valid = problems.length === 0;
  if (values.json) {
    writeJson({ version: 1, valid, problems, warnings });
  } else if (valid) {
    if (warnings.length > 0) {
      const count = warnings.length === 1
        ? "1 warning"
        : `${warnings.length} warnings`;
      console.error(
        `${formatProblems(warnings)}\n${count}: allowed, and worth a look`,
      );
    }
    console.log(`${folder} is valid`);
  } else {
    const count = problems.length === 1
      ? "1 problem"
      : `${problems.length} problems`;
    console.error(`${formatProblems(problems)}\n${count} in ${folder}`);
  }
  Deno.exit(valid ? 0 : 1);
} catch (error) {
  progress.drop();
  if (error instanceof CallError) fail(`${error.message}\n\n${HELP}`);
  if (!(error instanceof UnreadableError)) throw error;
  fail(clean(error.message, true));
}
