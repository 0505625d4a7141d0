import { decimal, frac, type Fraction, order } from "./fraction.ts";
import { cuts, type Draft, draft, hedgeRows } from "./draft.ts";
import type { Input, Options } from "./input.ts";
import { Random } from "./random.ts";
import { intervalOf } from "./statement.ts";
import { measuresOf, type Shape, type Truth, truth } from "./truth.ts";
import type {
  AlternativeReading,
  Claim,
  HedgeRow,
} from "../../../lib/quantity/claim.ts";

/** A system to reconcile. */
export interface System {
  readonly input: Input;
  readonly options: Options;
}

/** A system with what is true behind it. */
export interface TrueSystem extends System {
  readonly truth: Truth;
  /** Claims that are false. */
  readonly planted: readonly string[];
}

const BUILT_IN = [
  "exact",
  "bare",
  "about",
  "nearly",
  "over",
  "at_least",
  "up_to",
];
const SHAPES: readonly Shape[] = [
  "one",
  "full",
  "part",
  "nested",
  "apart",
  "ragged",
];
const KINDS = {
  counts: ["total", "total", "total", "mean", "each"],
  totals: ["total"],
  all: ["total", "total", "mean", "each", "ratio", "share"],
  ratios: ["total", "total", "ratio", "share"],
} as const;
const MIXES = ["counts", "counts", "totals", "all", "ratios"] as const;
const IDS = ["a", "B", "c10", "c2", "a-1", "A", "b", "Z", "é", "c1"];
const WIDTHS = [0, 0.5, 1, 1, 1, 1, 2];

/** A number to some places, as plain digits. */
function digits(value: number, places: number): string {
  if (places >= 0) return value.toFixed(places);
  const unit = 10 ** -places;
  return String(Math.round(value / unit) * unit);
}

/** A number in some of the roughness that speakers use. */
function rough(random: Random, value: number): string {
  const size = value > 0 ? Math.floor(Math.log10(value)) : 0;
  const kept = random.pick([1, 2, 2, 3, 6]);
  const text = digits(value, Math.min(Math.max(kept - 1 - size, -6), 3));
  return random.chance(0.1) && !text.includes(".") ? `${text}.0` : text;
}

function weight(random: Random): string | null {
  return random.chance(0.5)
    ? null
    : random.pick(["1", "2", "0.5", "0.1", "0.2", "0.3", "1.50"]);
}

function state(random: Random, wild: number, made: Draft): Claim {
  const noise = () => random.chance(wild) ? 0.6 + random.next() * 0.9 : 1;
  const by = noise();
  let [low, high] = [made.low * by, made.high * by];
  if (made.row.kind === "share") {
    [low, high] = [low, high].map((x) => Math.min(x, 1)) as [number, number];
  }
  const range = low < high || random.chance(0.15);
  if (range && low === high && made.row.kind !== "share") high *= 1.1;
  const first = rough(random, low);
  const last = rough(random, high);
  const up = range && order(decimal(first), decimal(last)) < 0;
  return {
    ...made.row,
    stated: first,
    stated_high: up ? last : null,
  };
}

/**
 * A system of one to eight claims, near enough to a truth that about half of
 * them conflict.
 */
export function randomSystem(seed: number): System {
  const random = new Random(seed);
  const shape = SHAPES[seed % SHAPES.length]!;
  const measures = measuresOf(random, shape);
  const first = 2022 * 12 + random.whole(0, 30);
  const long = random.chance(0.1) ? random.whole(9, 24) : random.whole(0, 7);
  const real = truth(random, measures, first, first + long);
  const days = cuts(random, real);
  const kinds = KINDS[random.pick(MIXES)];
  const hedges = hedgeRows(random);
  const names = [...BUILT_IN, "", "bare", ...hedges.map(({ hedge }) => hedge)];
  const wild = random.pick([0.2, 0.5, 0.8, 1]);
  const many = random.pick([1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]);
  const reading: Record<string, string> = {};
  const readings: AlternativeReading[] = [];
  const ids = [...IDS];
  const claims = Array.from({ length: many }, (): Claim => {
    const [id = ""] = ids.splice(random.whole(0, ids.length - 1), 1);
    const claim: Claim = {
      ...state(random, wild, draft(random, real, days, id, kinds)),
      hedge: random.pick(names),
      rounding: random.chance(0.85)
        ? null
        : random.pick(["1", "5", "50", "0.5", "1000"]),
      weight: weight(random),
    };
    if (random.chance(0.1)) {
      const other = draft(random, real, days, id, ["total"]);
      const { measure, start, end } = other.row;
      const row = { measure, start, end, kind: "total" as const };
      readings.push({
        claim_id: id,
        reading: "other",
        ...row,
        stated: rough(random, other.low),
        stated_high: "-",
        hedge: random.chance(0.5) ? "-" : null,
      });
      if (random.chance(0.7)) reading[id] = "other";
    }
    return claim;
  });
  const bare = shape === "one" && random.chance(0.5);
  const input: Input = {
    claims,
    ...bare ? {} : { measures },
    ...hedges.length === 0 ? {} : { hedges },
    ...readings.length === 0 ? {} : { readings },
  };
  const same = shape !== "one" && random.chance(0.06)
    ? sameOf(random, measures.map(({ measure }) => measure))
    : {};
  return {
    input,
    options: {
      width: random.pick(WIDTHS),
      ...Object.keys(reading).length === 0 ? {} : { reading },
      ...same,
    },
  };
}

function sameOf(random: Random, ids: readonly string[]): Options {
  const [a, b] = [random.pick(ids), random.pick(ids)];
  return a === b ? {} : { same: [[a, b]] };
}

/** A number truthfully stated: one whose interval holds what is true. */
function truthful(
  random: Random,
  made: Draft,
  hedges: readonly HedgeRow[],
  width: Fraction,
): Claim {
  const names = [...BUILT_IN, ...hedges.map(({ hedge }) => hedge)];
  for (let attempt = 0; attempt < 6; attempt++) {
    const claim: Claim = {
      ...state(random, 0, made),
      hedge: random.pick(names),
      rounding: random.chance(0.2) ? random.pick(["5", "100", "0.5"]) : null,
    };
    if (holds(claim, made, hedges, width)) return claim;
  }
  const places = 3;
  const scale = 10 ** places;
  return {
    ...made.row,
    stated: (Math.floor(made.low * scale) / scale).toFixed(places),
    stated_high: (Math.ceil(made.high * scale) / scale).toFixed(places),
    hedge: "exact",
  };
}

/** Whether a stated number's interval surely holds what is true. */
function holds(
  claim: Claim,
  { low, high }: Draft,
  hedges: readonly HedgeRow[],
  width: Fraction,
): boolean {
  const told = intervalOf(claim, hedges, width);
  // A mean or a factor may be no whole number: leave room for its rounding.
  const room = Number.isInteger(low) && Number.isInteger(high) ? 0n : 1n;
  const at = (x: number, by: bigint) =>
    frac(BigInt(Math.round(x * 1e6)) + by, 1_000_000n);
  return (told.low === null || order(told.low, at(low, -room)) <= 0) &&
    (told.high === null || order(at(high, room), told.high) <= 0);
}

/** Claims drawn from a true series and truthfully rounded and hedged. */
export function trueSystem(seed: number, many = 24): TrueSystem {
  const random = new Random(seed + 1_000_003);
  const measures = measuresOf(random, SHAPES[seed % SHAPES.length]!);
  const first = 2022 * 12 + random.whole(0, 20);
  const real = truth(random, measures, first, first + random.whole(0, 11));
  const days = cuts(random, real);
  const hedges = hedgeRows(random);
  const width = random.pick(WIDTHS);
  const kinds = KINDS[random.pick(["counts", "all"] as const)];
  const claims = Array.from(
    { length: random.whole(1, many) },
    (_, i) =>
      truthful(
        random,
        draft(random, real, days, `t${i}`, kinds),
        hedges,
        decimal(String(width)),
      ),
  );
  return {
    input: { claims, measures, hedges },
    options: { width },
    truth: real,
    planted: [],
  };
}

/** A true system with some false claims among the true ones. */
export function plantedSystem(seed: number, many = 16): TrueSystem {
  const system = trueSystem(seed, many);
  const random = new Random(seed + 2_000_003);
  const { truth: real, options, input } = system;
  const width = decimal(String(options.width ?? 1));
  const days = cuts(random, real);
  const claims = [...input.claims];
  const planted: string[] = [];
  for (let i = random.whole(1, 3); i > 0; i--) {
    const made = draft(random, real, days, `f${i}`, KINDS.counts);
    const by = random.pick([0.3, 0.5, 1.5, 3]);
    const claim: Claim = {
      ...state(random, 0, {
        ...made,
        low: made.low * by,
        high: made.high * by,
      }),
      hedge: random.pick(["exact", "bare", "about"]),
    };
    const told = intervalOf(claim, input.hedges ?? [], width);
    const truth = frac(BigInt(Math.round(made.low * 1e6)), 1_000_000n);
    const excluded = told.low !== null && order(truth, told.low) < 0 ||
      (told.high !== null && order(told.high, truth) < 0);
    if (!excluded) continue;
    planted.push(`f${i}`);
    claims.splice(random.whole(0, claims.length), 0, claim);
  }
  return { ...system, input: { ...input, claims }, planted };
}
