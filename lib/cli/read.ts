/**
 * `tallystick read FILE…`: drafts claims from texts. Exit status 0 read, 2 a
 * file or the call cannot be read.
 *
 * @module
 */
import { resolve } from "node:path";
import { InputError } from "../quantity/input_error.ts";
import { formatDay, lastDayOrYear } from "../quantity/date.ts";
import { CallError, parseCall } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { writeJson } from "./call/write_json.ts";
import { addInto } from "./read/into.ts";
import { markedText, widthOfOutput } from "./read/marked_text.ts";
import { type ReadFile, readFile } from "./read/read_file.ts";
import { clean } from "./terminal/clean.ts";
import { paintForOutput } from "./terminal/paint.ts";
import { plural } from "./terminal/plural.ts";

const HELP =
  `Drafts claims from texts: plain text, HTML or PDF; - is standard input.

Usage: tallystick read FILE… [--published DATE] [--publisher NAME]
    [--language L] [--all] [--json] [--into DIR]

  --published DATE   the day of publication, YYYY-MM-DD: what "last month" is
                     measured from; a month or a year stands for its last day;
                     without it, the day that a page names
  --publisher NAME   who speaks where nobody is cited
  --language L       the language of the texts: en (English), uk (Ukrainian) or
                     ru (Russian); without it, what a page names, else what the
                     letters tell
  --all              every number of the text, claim or not, with why
  --json             one JSON object on standard output and nothing else
  --into DIR         add the drafts to DIR/drafts.csv, each once
  --help             this text

A draft is a proposal: look at it, mend it, and take it with tallystick accept.
Exit status: 0 read, 2 a file or the call cannot be read.

Example: tallystick read article.html --published 2025-11-28 --into my-claims`;

function checkPublished(text: string | undefined): void {
  if (text === undefined) return;
  try {
    lastDayOrYear(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new CallError(
      `--published: ${error.message}; a day is right, such as 2025-11-28, or ` +
        "a month or a year, which stand for their last day",
    );
  }
}

function told(file: ReadFile, all: boolean): string {
  const paint = paintForOutput();
  const { drafts, quantities, uncounted } = file;
  const left = [...quantities.filter(({ draft }) => !draft), ...uncounted];
  const head = `${clean(file.file)}: ${plural(drafts.length, "draft")} from ` +
    plural(quantities.length, "number");
  const body = markedText(file.text, drafts, paint, widthOfOutput()) ||
    (left.length > 0 && !all
      ? "No number in it is proposed as a claim; --all says why."
      : "");
  const rest = all && left.length > 0
    ? `\nNo claims:\n${
      left.map(({ locator, value, unit, why }) =>
        `  ${locator}  ${value}${unit ? ` ${clean(unit)}` : ""}: ${clean(why)}`
      ).join("\n")
    }`
    : "";
  const open = file.published === null
    ? drafts.filter(({ period_said, end }) => period_said && end === null)
      .length
    : 0;
  const undated = open > 0
    ? `When it was published is not known: ${
      plural(open, "period is", "periods are")
    } not settled; --published DATE tells`
    : "";
  return [paint.bold(head), body, rest, undated].filter(Boolean)
    .join("\n\n");
}

async function run({ args, program }: Asked): Promise<number> {
  const { values, positionals } = parseCall(args, {
    published: { type: "string" },
    publisher: { type: "string" },
    language: { type: "string" },
    all: { type: "boolean" },
    json: { type: "boolean" },
    into: { type: "string" },
    help: { type: "boolean" },
  });
  if (positionals.length === 0 || positionals.includes("")) {
    throw new CallError("Name a file to read, or - for standard input");
  }
  if (positionals.filter((file) => file === "-").length > 1) {
    throw new CallError("Standard input can be read once; name - once");
  }
  checkPublished(values.published);
  const { published, language } = values;
  const options = {
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
  const files: ReadFile[] = [];
  for (const file of positionals) {
    files.push(await readFile(file, resolve(file), options));
  }
  for (const { file, note } of files) {
    if (note) console.error(`${clean(file)}: ${clean(note)}`);
  }
  const added = values.into === undefined
    ? []
    : await addInto(await datasetFolder(resolve(values.into)), files, {
      publisher: values.publisher ?? "",
    });
  if (values.json) {
    writeJson({
      version: 1,
      files: files.map((
        { file, published, drafts, quantities, uncounted },
      ) => ({
        file,
        published: published && formatDay(lastDayOrYear(published)),
        drafts: drafts.map((draft) => ({
          ...draft,
          speaker: draft.speaker ?? values.publisher ?? null,
        })),
        ...(values.all ? { quantities, uncounted } : {}),
      })),
    });
    return 0;
  }
  console.log(
    files.map((file) => told(file, values.all ?? false)).join("\n\n"),
  );
  for (const one of added) {
    const known = (one.known > 0 ? `, ${one.known} known before` : "") +
      (one.settled > 0 ? `, ${one.settled} of them dated now` : "");
    if (one.added + one.known === 0) {
      console.log(`\nNo drafts of ${clean(one.file)} to add`);
      continue;
    }
    console.log(
      `\n${plural(one.added, "draft")} of ${clean(one.file)} added to ` +
        `${clean(values.into!)}/drafts.csv as source ${one.source}${known}`,
    );
  }
  const [first] = added.flatMap(({ first }) => first ?? []);
  if (first !== undefined) {
    console.log(
      `\nLook at them in ${
        clean(values.into!)
      }/drafts.csv, then take what is ` +
        `right:\n  ${program} accept ${
          clean(values.into!)
        } ${first} --measure M`,
    );
  }
  return 0;
}

/** The verb `read`. */
export const read: Verb = { help: HELP, run };
