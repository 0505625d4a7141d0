import { plantedSystem, type System } from "./generate.ts";
import { row } from "./forest.ts";
import type { Options } from "./input.ts";
import { Random } from "./random.ts";
import type { Claim, Measure } from "../../../lib/quantity/claim.ts";

/** A system that an engine may not finish in time. */
export interface HeavySystem extends System {
  readonly shape: string;
}

type Tables = Pick<System["input"], "claims" | "measures">;

/** A month so many after January 2020, as a cell. */
function month(i: number): string {
  const year = 2020 + Math.floor(i / 12);
  return `${year}-${String((i % 12 + 12) % 12 + 1).padStart(2, "0")}`;
}

/** Some months out of so many. */
function months(random: Random, of: number): { start: string; end: string } {
  const from = random.whole(0, of - 1);
  const long = random.chance(0.3) ? 0 : random.whole(0, of - 1 - from);
  return { start: month(from), end: month(from + long) };
}

const HEDGES = ["exact", "exact", "about", "over", "bare", "nearly"];

/** Totals and ratios of three measures, of which most disagree. */
function ratios(random: Random): Tables {
  const ids = ["a", "b", "c"];
  const claims = Array.from(
    { length: random.whole(50, 130) },
    (_, i): Claim => {
      const own = {
        claim_id: `c${i}`,
        measure: random.pick(ids),
        hedge: random.pick(HEDGES),
        ...months(random, 36),
      };
      if (random.chance(0.4)) {
        const stated = String(random.whole(20, 3000) * 10);
        return { ...own, kind: "total", stated };
      }
      const other = months(random, 36);
      return {
        ...own,
        kind: "ratio",
        stated: (random.whole(3, 1500) / 100).toFixed(2),
        of_measure: random.pick(ids),
        of_start: other.start,
        of_end: other.end,
      };
    },
  );
  return { claims, measures: ids.map((measure) => ({ measure })) };
}

/** Exact totals of one measure, hardly two of which agree. */
function network(random: Random): Tables {
  const claims = Array.from(
    { length: random.whole(30, 80) },
    (_, i): Claim => ({
      claim_id: `c${i}`,
      kind: "total",
      measure: "m",
      stated: String(random.whole(2000, 30_000)),
      hedge: "exact",
      ...months(random, 24),
    }),
  );
  return { claims };
}

/** A rate of each of 1,200 months, over totals of parts that span years. */
function long(random: Random): Tables {
  const measures: Measure[] = [
    { measure: "w" },
    { measure: "x", part_of: "w", split: "full" },
    { measure: "y", part_of: "w", split: "full" },
    { measure: "p", part_of: "x", split: "part" },
    { measure: "q", part_of: "y", split: "part" },
  ];
  const claims = Array.from({ length: random.whole(8, 16) }, (_, i): Claim => ({
    claim_id: `c${i}`,
    kind: "total",
    measure: random.pick(measures).measure,
    stated: String(random.whole(10, 99) * 1000),
    hedge: random.pick(["over", "at_least", "about"]),
    ...months(random, 1200),
  }));
  const all: Claim = {
    claim_id: "all",
    kind: "rate",
    spread: "each",
    measure: "w",
    stated: random.pick(["100000000", "40000"]),
    hedge: "up_to",
    start: month(0),
    end: month(1199),
  };
  return { claims: [...claims, all], measures };
}

/** Full parts of full parts, of which the first and the last disagree. */
function deep(random: Random): Tables {
  const measures = Array.from(
    { length: random.whole(60, 300) },
    (_, i): Measure =>
      i === 0
        ? { measure: "m0" }
        : { measure: `m${i}`, part_of: `m${i - 1}`, split: "full" },
  );
  const period = { start: "2024-01", end: "2024-01" };
  const claims = [0, measures.length - 1].map((at, i): Claim => ({
    claim_id: "ab"[i]!,
    kind: "total",
    measure: `m${at}`,
    stated: String(i + 1),
    hedge: "exact",
    ...period,
  }));
  return { claims, measures };
}

/** Ratios of ratios, whose exact product has hundreds of digits. */
function chain(random: Random): Tables {
  const many = random.whole(40, 140);
  const period = { start: "2024-01", end: "2024-12" };
  const hedge = random.pick(["exact", "about"]);
  const claims = Array.from({ length: many }, (_, i): Claim => ({
    claim_id: `r${i}`,
    kind: "ratio",
    measure: `m${i}`,
    of_measure: `m${i + 1}`,
    stated: `1.${random.whole(10_000, 99_999)}`,
    hedge,
    ...period,
  }));
  const ends = [0, many].map((at, i): Claim => ({
    claim_id: `t${at}`,
    kind: "total",
    measure: `m${at}`,
    stated: String([1000, 1_000_000][i]),
    hedge: "exact",
    ...period,
  }));
  return { claims: [...claims, ...ends], measures: row(many + 1) };
}

/** Many measures, on each of which a few claims disagree. */
function apart(random: Random): Tables {
  const many = random.whole(10, 60);
  const claims = Array.from({ length: many * 3 }, (_, i): Claim => ({
    claim_id: `c${i}`,
    kind: "total",
    measure: `m${i % many}`,
    stated: String(random.whole(100, 110)),
    hedge: "exact",
    start: "2024-01",
    end: random.pick(["2024-01", "2024-01", "2024-02"]),
  }));
  return { claims, measures: row(many) };
}

const SHAPES = { ratios, network, long, deep, chain, apart };

/** Systems of the shapes that have taken minutes, in turn. */
export function heavySystem(seed: number, options: Options): HeavySystem {
  const random = new Random(seed + 9_000_001);
  const names = [...Object.keys(SHAPES), "planted"];
  const shape = names[seed % names.length]!;
  const input = shape === "planted"
    ? plantedSystem(seed, 150).input
    : SHAPES[shape as keyof typeof SHAPES](random);
  return { shape, input, options };
}
