/**
 * `tallystick validate DIR [--separator C] [--json]`: checks a dataset's tables and says all
 * that is wrong. Exit status 0 valid, 1 problems, 2 could not read.
 *
 * @module
 */
import { checkDataset, type LoadOptions } from "../dataset/load.ts";
import { tellProblems } from "../dataset/tell_problems.ts";
import { checkWords, parseCall } from "./call/call.ts";
import { Progress } from "./jupyter/environment/progress.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import { countDrafts, refuseDraftsAlone } from "./call/drafts_alone.ts";
import { loadOptions } from "./call/selection.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { plural } from "./terminal/plural.ts";
import { clean } from "./terminal/clean.ts";
import { writeJson } from "./call/write_json.ts";

const HELP = `Checks the tables of a dataset's folder.

Usage: tallystick validate DIR [--separator C] [--json]

  --separator C   what stands between fields: , ; tab | or auto
  --json          one JSON object on standard output and nothing else
  --help          this text

Each problem is file:line:column field: what is wrong; what would be right.
Those of one kind are told once, with their lines; --json has each by itself.
Where there is none, warnings say what is allowed and suspicious, such as a
wording that does not hold the number; they leave the exit status as it is.
Exit status: 0 valid, 1 problems, 2 the folder or the call cannot be read.

Example: tallystick validate my-claims --separator ";"`;

/** What a check finds; on a terminal it is told that it goes on. */
async function check(folder: string, options: LoadOptions) {
  const progress = new Progress();
  progress.start(`Checking ${clean(folder)}`);
  try {
    // Warnings are looked for when they are asked for.
    const { problems, warnings } = await checkDataset(folder, options);
    return { problems, warnings };
  } finally {
    progress.drop();
  }
}

async function run({ args, program }: Asked): Promise<number> {
  const { values, positionals } = parseCall(args, {
    separator: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  });
  checkWords(positionals, "DIR");
  const folder = await datasetFolder(positionals[0]!);
  const options = loadOptions(values.separator);
  await refuseDraftsAlone(folder, program);
  const { problems, warnings } = await check(folder, options);
  const valid = problems.length === 0;
  if (values.json) {
    writeJson({ version: 1, valid, problems, warnings });
  } else if (valid) {
    if (warnings.length > 0) {
      const count = warnings.length === 1
        ? "1 warning"
        : `${warnings.length} warnings`;
      console.error(
        `${tellProblems(warnings)}\n${count}: allowed, and worth a look`,
      );
    }
    console.log(`${folder} is valid`);
    const drafts = await countDrafts(folder);
    if (drafts > 0) {
      console.log(
        `${plural(drafts, "draft waits", "drafts wait")} in drafts.csv: ` +
          `${program} accept takes them`,
      );
    }
  } else {
    const count = problems.length === 1
      ? "1 problem"
      : `${problems.length} problems`;
    console.error(`${tellProblems(problems)}\n${count} in ${folder}`);
  }
  return valid ? 0 : 1;
}

/** The verb `validate`. */
export const validate: Verb = { help: HELP, run };
