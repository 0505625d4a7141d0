import { cuts, type Draft, draft } from "./draft.ts";
import { decimal, order } from "./fraction.ts";
import { forest, row, spreadTruth } from "./forest.ts";
import type { System } from "./generate.ts";
import type { Input, Options, Show } from "./input.ts";
import { Random } from "./random.ts";
import type {
  AlternativeReading,
  Claim,
  HedgeRow,
  Measure,
  Source,
} from "../../../lib/quantity/claim.ts";

const KINDS = ["total", "mean", "each", "ratio", "share"] as const;
type Kinds = readonly (typeof KINDS)[number][];

/** Kinds of claims that go together. */
const MIXES: readonly Kinds[] = [
  ["total", "mean", "each"],
  ["total", "total", "ratio", "share"],
  ["total", "ratio", "ratio", "share", "share"],
  ["total", "mean", "each", "ratio", "share"],
];
const HEDGES = [
  "exact",
  "bare",
  "about",
  "nearly",
  "over",
  "at_least",
  "up_to",
];
const WEIGHTS = [
  ...["1", "2", "0.5", "0.1", "0.2", "0.3", "1.50", "7", "30"],
  ...["0.001", "2.25", "0.3333", "1000000", "12.5"],
];
const ROUNDINGS = ["1", "5", "50", "0.5", "1000", "0.001", "100000", "0.25"];
const DISTANCES = ["0", "0.25", "0.5", "1", "1.5", "2.5", "0.333", "inf"];
const ORIGINS = ["Ministry", "agency", "Zeta", "é-court"];
const STATUSES = ["official", "attributed", "unverified", "contested"] as const;
const IDS = [
  ...["a", "B", "c10", "c2", "a-1", "A", "b", "Z", "é", "c1", "x_9", "10"],
];

/** A number to so many places, as plain digits. */
function places(value: number, many: number): string {
  if (many >= 0) return value.toFixed(many);
  const unit = 10 ** -many;
  return BigInt(Math.round(value / unit) * unit).toString();
}

/** A number as roughly as speakers say it, or to many digits. */
function digits(random: Random, value: number, finest: number): string {
  if (random.chance(0.03)) return random.pick(["0", "0.0", "0.0001"]);
  if (random.chance(0.02)) return places(value * 1e6, 0);
  const size = value > 0 ? Math.floor(Math.log10(value)) : 0;
  const kept = random.pick([1, 2, 2, 3, 4, 6, 7]);
  return places(value, Math.min(kept - 1 - size, finest));
}

/** A number stated about what is true, or about something near it. */
function state(random: Random, wild: number, made: Draft): Claim {
  const by = random.chance(wild)
    ? random.pick([0.6 + random.next() * 0.9, 1 + random.next() / 50, 0.1, 10])
    : 1;
  const finest = made.row.kind === "share" || made.row.kind === "ratio" ? 6 : 4;
  let [low, high] = [made.low * by, made.high * by];
  if (made.row.kind === "share") {
    low = Math.min(low, 1);
    high = Math.min(high, 1);
  } else if (random.chance(0.15)) high *= 1 + random.next() * 0.3;
  const first = digits(random, low, finest);
  const last = digits(random, high, finest);
  const range = low < high && order(decimal(first), decimal(last)) < 0;
  return { ...made.row, stated: first, stated_high: range ? last : null };
}

/** Hedges that a dataset brings, open ones among them. */
function hedgeTable(random: Random): HedgeRow[] {
  if (random.chance(0.5)) return [];
  const names = ["dozens", "some", "about", "h1", "nearly", "most"];
  return names.filter(() => random.chance(0.5)).map((hedge) => ({
    hedge,
    low: random.pick(DISTANCES),
    high: random.pick(DISTANCES),
  }));
}

const SOURCES: readonly Source[] = [
  { source_id: "early", published: "2019-02-11", collection: "reports" },
  { source_id: "month", published: "2021-06", collection: "record" },
  { source_id: "late", published: "2021-06-30", collection: "reports" },
  { source_id: "undated", published: null },
];

/** Another reading of a claim: a total of something else. */
function reread(random: Random, made: Draft, id: string): AlternativeReading {
  const { measure, start, end } = made.row;
  return {
    claim_id: id,
    reading: "other",
    kind: "total",
    measure,
    start,
    end,
    spread: "-",
    stated: digits(random, made.low, 4),
    stated_high: "-",
    hedge: random.chance(0.5) ? "-" : null,
  };
}

/** Which bounds are shown, now and then. */
function shownOf(
  random: Random,
  measures: readonly Measure[],
  days: readonly number[],
): Show {
  const cell = (day: number) => new Date(day * 86_400_000).toISOString();
  const from = random.pick(days) + random.whole(-40, 40);
  const to = from + random.whole(0, 90);
  const narrow = random.chance(0.6);
  return {
    ...narrow
      ? { from: cell(from).slice(0, 10), to: cell(to).slice(0, 10) }
      : {},
    ...random.chance(0.5)
      ? {
        per: random.pick(
          narrow
            ? ["day", "week", "month", "quarter", "year"] as const
            : ["month", "quarter", "year"] as const,
        ),
      }
      : {},
    ...random.chance(0.3) ? { measures: [random.pick(measures).measure] } : {},
  };
}

function optionsOf(
  random: Random,
  { claims, measures = [], sources }: Input,
  reading: Record<string, string>,
  days: readonly number[],
): Options {
  const now = (share: number, options: () => Options): Options =>
    random.chance(share) ? options() : {};
  const pair = (): [string, string][] => {
    const [a, b] = [random.pick(measures), random.pick(measures)];
    return a.measure === b.measure ? [] : [[a.measure, b.measure]];
  };
  const named = new Set(
    claims.flatMap(({ measure, of_measure }) => [measure, of_measure]),
  );
  const inPlay = measures.filter(({ measure }) => named.has(measure));
  return {
    width: random.pick([1, 1, 1, 1, 0, 0.25, 0.5, 1.35, 2, 3]),
    ...Object.keys(reading).length === 0 ? {} : { reading },
    ...now(sources ? 0.12 : 0, () => ({
      knownBy: random.pick(["2019-02-11", "2021-06", "2021-06-29", "2022-01"]),
    })),
    ...now(
      sources ? 0.12 : 0,
      () => ({ collections: [random.pick(["reports", "record"])] }),
    ),
    ...now(0.06, () => ({ without: [random.pick(claims).claim_id] })),
    ...now(
      sources ? 0.1 : 0,
      () => ({ withoutSources: [random.pick(SOURCES).source_id] }),
    ),
    ...now(0.1, () => {
      const same = pair();
      return same.length === 0 ? {} : { same };
    }),
    ...now(0.12, () => ({ echoes: "once" })),
    ...now(0.2, () => ({ by: "origin" })),
    ...now(0.15, () => ({
      weights: { [random.pick(STATUSES)]: random.pick([0.5, 2, 3.25, 10]) },
    })),
    ...now(0.1, () => ({ most: random.whole(1, 6) })),
    ...now(0.15, () => ({
      show: shownOf(random, inPlay.length > 0 ? inPlay : measures, days),
    })),
  };
}

/** Ratios that hand a count on from measure to measure. */
function chain(
  random: Random,
  measures: readonly Measure[],
  made: Draft,
  i: number,
): Draft {
  const { row } = made;
  if (row.kind !== "ratio" && row.kind !== "share") return made;
  const at = i % measures.length;
  const of = random.chance(0.8) ? (at + 1) % measures.length : at;
  const keep = row.of_measure === measures[of]!.measure &&
    row.measure === measures[at]!.measure;
  return keep ? made : {
    row: {
      ...row,
      kind: "ratio",
      measure: measures[at]!.measure,
      of_measure: measures[of]!.measure,
    },
    low: random.pick([made.low, 0.667, 0.991, 1.25, 3, 0.0083, 1_800_000]),
    high: made.high,
  };
}

/**
 * A system of one to ten claims for which an exact solver is needed: measures of
 * very different sizes, deep trees, ratios of ratios, fine decimals, hedges of
 * the dataset's own, and every option.
 */
export function wideSystem(seed: number): System {
  const random = new Random(seed + 7_000_003);
  const flavour = random.pick(["tree", "tree", "chain", "months", "mixed"]);
  const measures = flavour === "chain"
    ? row(random.whole(1, 5))
    : forest(random, flavour === "months" ? 4 : 8);
  const first = 2016 * 12 + random.whole(0, 90);
  const long = flavour === "months"
    ? random.whole(6, 30)
    : random.pick([0, 0, 1, 2, 3, 5]);
  const real = spreadTruth(random, measures, first, first + long);
  const days = cuts(random, real);
  const kinds = flavour === "months" && random.chance(0.5)
    ? MIXES[0]!
    : random.pick(MIXES);
  const hedges = hedgeTable(random);
  const names = [
    ...HEDGES,
    ...["exact", "exact", ""],
    ...hedges.map(({ hedge }) => hedge),
  ];
  const wild = random.pick([0.1, 0.3, 0.6, 0.9]);
  const many = random.pick([1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10]);
  const known = random.chance(0.5);
  const reading: Record<string, string> = {};
  const readings: AlternativeReading[] = [];
  const ids = [...IDS];
  const claims = Array.from({ length: many }, (_, i): Claim => {
    const [id = ""] = ids.splice(random.whole(0, ids.length - 1), 1);
    let made = draft(random, real, days, id, kinds);
    if (flavour === "chain") made = chain(random, measures, made, i);
    const claim: Claim = {
      ...state(random, wild, made),
      hedge: random.pick(names),
      rounding: random.chance(0.85) ? null : random.pick(ROUNDINGS),
      weight: random.chance(0.5) ? null : random.pick(WEIGHTS),
      status: random.chance(0.4) ? null : random.pick(STATUSES),
      origin: random.chance(0.4) ? null : random.pick(ORIGINS),
      ...known
        ? {
          source_id: random.pick(SOURCES).source_id,
          collection: random.pick(["reports", "record"]),
        }
        : {},
    };
    if (random.chance(0.08)) {
      readings.push(
        reread(random, draft(random, real, days, id, ["total"]), id),
      );
      if (random.chance(0.6)) reading[id] = "other";
    }
    return claim;
  });
  const input: Input = {
    claims,
    measures,
    ...hedges.length === 0 ? {} : { hedges },
    ...readings.length === 0 ? {} : { readings },
    ...known ? { sources: SOURCES } : {},
  };
  return { input, options: optionsOf(random, input, reading, days) };
}
