import type { ParseArgsConfig } from "node:util";
import type { LoadOptions } from "../../dataset/load.ts";
import { parseWidth } from "../../quantity/width.ts";
import { readSeparator } from "../../dataset/separator.ts";
import { nearest } from "../../quantity/nearest.ts";
import { type Unit, UNITS } from "../../quantity/units.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import { CallError, parseCall } from "./call.ts";

/** The options of `reconcile` and `explain`, as the command line has them. */
export const SELECTION = {
  collection: { type: "string", multiple: true },
  "known-by": { type: "string" },
  width: { type: "string" },
  without: { type: "string", multiple: true },
  "without-source": { type: "string", multiple: true },
  reading: { type: "string", multiple: true },
  same: { type: "string", multiple: true },
  echoes: { type: "string" },
  vintages: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  per: { type: "string" },
  measure: { type: "string", multiple: true },
  by: { type: "string" },
  weight: { type: "string", multiple: true },
  most: { type: "string" },
  seconds: { type: "string" },
  separator: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const satisfies NonNullable<ParseArgsConfig["options"]>;

/** What the help says of them. */
export const SELECTION_HELP =
  `  --collection C            only claims of this collection (repeatable)
  --known-by DATE           only what was published by then
  --width W                 scale every hedge and rounding (default 1)
  --without CLAIM           leave a claim out (repeatable)
  --without-source SOURCE   leave a source out (repeatable)
  --reading CLAIM=READING   take a claim in another reading (repeatable)
  --same MEASURE=MEASURE    take the first to be the second (repeatable)
  --echoes once             count claims that repeat one origin once
  --vintages all            take what was corrected, superseded or revised too
  --from DATE               list no bounds before this date
  --to DATE                 list no bounds after it
  --per UNIT                list bounds of each day, week, month (default),
                            quarter or year
  --measure M               list bounds of this measure only (repeatable)
  --by origin               weigh witnesses: an origin with all its claims
  --weight STATUS=N         multiply the weight of claims of a status (repeatable)
  --most N                  list at most N conflicts and repairs (default 100)
  --seconds S               end after S seconds with what is found (default 30)
  --separator C             what stands between fields: , ; tab | or auto
  --json                    one JSON object on standard output, nothing else
  --help                    this text`;

/** A command line, read. */
export interface Call {
  /** The words that are no options. */
  readonly words: readonly string[];
  /** The selection. */
  readonly options: ReconcileOptions;
  /** How the tables are read. */
  readonly load: LoadOptions;
  /** Whether JSON is wanted. */
  readonly json: boolean;
}

/**
 * Reads the option `--separator`.
 *
 * @throws {CallError} When there is no such separator.
 */
export function loadOptions(separator: string | undefined): LoadOptions {
  if (separator === undefined) return {};
  try {
    return { separator: readSeparator(separator) };
  } catch (error) {
    throw new CallError(`--separator: ${(error as Error).message}`);
  }
}

function number(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+\.?\d*$|^\.\d+$/.test(text) && Number.isFinite(value)) return value;
  throw new CallError(`--${name} ${text}: give a number of 0 or more`);
}

/** The valid word that was meant, where one is near. */
function near(text: string, valid: readonly string[]): string {
  const word = nearest(text, valid);
  return word ? `; did you mean '${word}'?` : "";
}

function unit(text: string | undefined): Unit | undefined {
  if (text === undefined) return undefined;
  const found = UNITS.find((unit) => unit === text);
  if (found) return found;
  throw new CallError(
    `--per ${text}: give one of ${UNITS.join(", ")}${near(text, UNITS)}`,
  );
}

/** A width to the letter: as a number where that prints the same digits. */
function width(text: string | undefined): ReconcileOptions["width"] {
  const value = number("width", text);
  if (text === undefined || value === undefined) return undefined;
  return String(value) === text ? value : parseWidth(text);
}

function pair(name: string, text: string): [string, string] {
  const at = text.indexOf("=");
  if (at > 0 && at < text.length - 1) {
    return [text.slice(0, at), text.slice(at + 1)];
  }
  throw new CallError(`--${name} ${text}: give two names as A=B`);
}

/** Pairs of which each first name may be given once. */
function pairs(name: string, texts: readonly string[]): [string, string][] {
  const found = new Map<string, string>();
  for (const text of texts) {
    const [key, value] = pair(name, text);
    if (found.has(key) && found.get(key) !== value) {
      throw new CallError(
        `--${name} ${key} is given twice: as ${found.get(key)} and as ${value}`,
      );
    }
    found.set(key, value);
  }
  return [...found];
}

/**
 * Reads the command line of `reconcile` and `explain`.
 *
 * @throws {CallError} When an option is unknown or malformed.
 */
export function readCall(args: string[]): Call {
  const { values, positionals } = parseCall(args, SELECTION);
  const most = number("most", values.most);
  if (most !== undefined && !Number.isInteger(most)) {
    throw new CallError(`--most ${values.most}: give a whole number`);
  }
  if (values.echoes !== undefined && values.echoes !== "once") {
    throw new CallError(
      `--echoes ${values.echoes}: only once is known${
        near(values.echoes, ["once"])
      }`,
    );
  }
  if (values.vintages !== undefined && values.vintages !== "all") {
    throw new CallError(
      `--vintages ${values.vintages}: only all is known${
        near(values.vintages, ["all"])
      }`,
    );
  }
  if (values.by !== undefined && values.by !== "origin") {
    throw new CallError(
      `--by ${values.by}: only origin is known${near(values.by, ["origin"])}`,
    );
  }
  return {
    words: positionals,
    json: values.json ?? false,
    load: loadOptions(values.separator),
    options: {
      collections: values.collection,
      knownBy: values["known-by"],
      width: width(values.width),
      without: values.without,
      withoutSources: values["without-source"],
      reading: Object.fromEntries(pairs("reading", values.reading ?? [])),
      same: (values.same ?? []).map((text) => pair("same", text)),
      echoes: values.echoes,
      vintages: values.vintages,
      by: values.by,
      weights: values.weight &&
        Object.fromEntries(pairs("weight", values.weight)),
      most,
      seconds: number("seconds", values.seconds),
      show: {
        from: values.from,
        to: values.to,
        per: unit(values.per),
        measures: values.measure,
      },
    },
  };
}
