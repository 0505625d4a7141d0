import { firstDay, lastDay } from "../../quantity/date.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { compare, rational } from "../../quantity/rational.ts";
import { type Unit, UNITS } from "../../quantity/units.ts";
import { collections, type ExplorerData, measureIds } from "./data.ts";
import { checkOwnClaim, type OwnClaim } from "./own_claim.ts";

/** The widest that the explorer takes hedges and roundings to be. */
export const WIDEST = 100;

/** How many claims of one's own a reader can add. */
export const MOST_OWN = 50;

/** The longest that a reader can have it search, in seconds. */
export const LONGEST_SEARCH = 3600;

/** What a reader has switched on, off or added. */
export interface ExplorerState {
  /** Collections switched on; `""` holds the claims without one. */
  readonly collections: readonly string[];
  /** Claims switched off. */
  readonly without: readonly string[];
  /** Sources switched off. */
  readonly withoutSources: readonly string[];
  /** Readings other than the default, by claim. */
  readonly readings: Readonly<Record<string, string>>;
  /** Whether claims that repeat one origin count once. */
  readonly echoesOnce: boolean;
  /** Whether what was corrected, superseded or revised is taken, too. */
  readonly vintagesAll: boolean;
  /** Scales every hedge and rounding: plain digits. */
  readonly width: string;
  /** Only what was published by then; `null`: all. */
  readonly knownBy: string | null;
  /** Seconds after which lists are cut; `null`: as ever. */
  readonly seconds: number | null;
  /** Claims of the reader's own. */
  readonly own: readonly OwnClaim[];
  /** The count that is looked at; `null`: the one with the most claims. */
  readonly measure: string | null;
  /** The day from which the running total counts; `null`: the usual one. */
  readonly since: string | null;
  /** The unit in which the count is shown; `null`: the one that suits it. */
  readonly per: Unit | null;
  /** The first day or month that is shown; `null`: from the first on. */
  readonly from: string | null;
  /** The last one; `null`: up to the last. */
  readonly to: string | null;
}

/**
 * The state of the report: of the collection `reports`, where there is one, or
 * of all; every claim in its default reading at width 1, or as the report takes
 * them.
 *
 * @example
 * ```ts
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * assert.deepEqual(defaultState(data).collections, ["reports"]);
 * ```
 */
export function defaultState(data: ExplorerData): ExplorerState {
  const all = collections(data);
  const { width = "1", echoes, vintages, ...view } = data.assumed ?? {};
  return {
    collections: all.includes("reports") ? ["reports"] : all,
    without: [],
    withoutSources: [],
    readings: {},
    echoesOnce: echoes === "once",
    vintagesAll: vintages === "all",
    width,
    knownBy: null,
    seconds: null,
    own: [],
    measure: view.measure ?? null,
    since: null,
    per: view.per ?? null,
    from: view.from ?? null,
    to: view.to ?? null,
  };
}

/** Digits without zeros that say nothing: `1.50` is `1.5`. */
function plainDigits(text: string): string {
  const [whole, fraction = ""] = text.split(".");
  const [left, right] = [
    whole!.replace(/^0+(?=\d)/, ""),
    fraction.replace(/0+$/, ""),
  ];
  return right ? `${left || "0"}.${right}` : left || "0";
}

/** What of a state fits the data, and what had to be left out of it. */
export interface Sound {
  /** The state, in the order of the data. */
  readonly state: ExplorerState;
  /** What was left out, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * A state as far as it fits the data: unknown ids, unsound numbers, dates and
 * claims are left out, and said.
 *
 * @example
 * ```ts
 * import { defaultState, soundState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const { state, problems } = soundState(
 *   { ...defaultState(data), without: ["nobody-said-so"] },
 *   data,
 * );
 * assert.deepEqual(state, defaultState(data));
 * assert.equal(problems[0], "There is no claim 'nobody-said-so' here.");
 * ```
 */
export function soundState(wanted: ExplorerState, data: ExplorerData): Sound {
  const problems: string[] = [];
  const known = (
    what: string,
    ids: readonly string[],
    all: readonly string[],
  ): string[] => {
    const set = new Set(all);
    for (const id of new Set(ids)) {
      if (!set.has(id)) problems.push(`There is no ${what} '${id}' here.`);
    }
    const wanted = new Set(ids);
    return all.filter((id) => wanted.has(id));
  };
  const own: OwnClaim[] = [];
  const taken = new Set(data.claims.map(({ claim_id }) => claim_id));
  for (const claim of wanted.own) {
    const [problem] = checkOwnClaim(claim.cells, data, own);
    if (taken.has(claim.id)) {
      problems.push(`There is a claim '${claim.id}' already.`);
    } else if (problem) {
      problems.push(
        `${claim.id} is left out: ${problem.field} ${problem.message}.`,
      );
    } else if (own.length === MOST_OWN) {
      problems.push(`${claim.id} is left out: ${MOST_OWN} are the most.`);
    } else {
      taken.add(claim.id);
      own.push(claim);
    }
  }
  const claims = [
    ...data.claims.map(({ claim_id }) => claim_id),
    ...own.map(({ id }) => id),
  ];
  const sources = new Set([
    ...data.sources.map(({ source_id }) => source_id),
    ...data.claims.flatMap(({ source_id }) => source_id ? [source_id] : []),
  ]);
  const asked = new Map(Object.entries(wanted.readings));
  const readings = new Map<string, string>();
  for (const { claim_id, reading } of data.readings) {
    if (asked.get(claim_id) === reading) readings.set(claim_id, reading);
  }
  for (const [claim, reading] of asked) {
    if (readings.get(claim) !== reading && reading !== "default") {
      problems.push(`There is no reading '${reading}' of '${claim}' here.`);
    }
  }
  let { width, knownBy, since, per, from, to } = wanted;
  try {
    if (compare(parseDecimal(width).value, rational(WIDEST)) > 0) {
      problems.push(`The width ${width} is above ${WIDEST}.`);
      width = "1";
    } else width = plainDigits(width);
  } catch (error) {
    problems.push(`The width ${(error as Error).message}.`);
    width = "1";
  }
  const date = (text: string | null) => {
    try {
      if (text !== null) lastDay(text);
      return text;
    } catch (error) {
      problems.push(`${(error as Error).message}.`);
      return null;
    }
  };
  knownBy = date(knownBy);
  since = date(since);
  from = date(from);
  to = date(to);
  if (from !== null && to !== null && lastDay(to) < firstDay(from)) {
    problems.push(`${to} is before ${from}, from which is shown.`);
    to = null;
  }
  if (per !== null && !UNITS.includes(per)) {
    problems.push(`'${per}' is not a unit; there are ${UNITS.join(", ")}.`);
    per = null;
  }
  let { seconds } = wanted;
  if (seconds !== null && !(seconds > 0 && seconds <= LONGEST_SEARCH)) {
    problems.push(`${seconds} seconds are not 1 to ${LONGEST_SEARCH}.`);
    seconds = null;
  }
  const [measure = null] = wanted.measure === null
    ? []
    : known("measure", [wanted.measure], measureIds(data));
  return {
    state: {
      collections: known("collection", wanted.collections, collections(data)),
      without: known("claim", wanted.without, claims),
      withoutSources: known("source", wanted.withoutSources, [...sources]),
      // Not by assignment: a claim may be called `__proto__`.
      readings: Object.fromEntries(readings),
      echoesOnce: wanted.echoesOnce,
      vintagesAll: wanted.vintagesAll,
      width,
      knownBy,
      seconds,
      own,
      measure,
      since,
      per,
      from,
      to,
    },
    problems,
  };
}
