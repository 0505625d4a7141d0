import type { Claim, Measure } from "../../lib/quantity/claim.ts";
import { firstDay, formatDay } from "../../lib/quantity/date.ts";
import { month, randomFrom } from "./cases.ts";

/** A generated file. */
export interface Shape {
  readonly claims: readonly Claim[];
  readonly measures: readonly Measure[];
}

const FIRST = firstDay("2010-01-01");

/**
 * Daily running totals of 13 measures, as one keeper gives them; in each a few
 * were later revised downward, so that they contradict those before.
 */
export function runningTotals(days: number): Shape {
  const random = randomFrom(11);
  const claims: Claim[] = [];
  const measures: Measure[] = [];
  for (let m = 0; m < 13; m++) {
    const measure = `measure-${m}`;
    measures.push({ measure });
    let sum = 0;
    for (let day = 0; day < days; day++) {
      sum += random(4) === 0 ? 0 : random(10 * (m + 1));
      // Every 97th day one number too many had been counted.
      const fall = day % 97 === 7 * m ? 20 * (m + 1) : 0;
      claims.push({
        claim_id: `${measure}-${String(day).padStart(4, "0")}`,
        measure,
        kind: "total",
        stated: String(sum + fall),
        hedge: "exact",
        start: formatDay(FIRST),
        end: formatDay(FIRST + day),
      });
    }
  }
  return { claims, measures };
}

/**
 * A country's running totals and the numbers of its 21 regions by month, of
 * which the small ones are masked.
 */
export function regions(months: number): Shape {
  const random = randomFrom(12);
  const regions = Array.from({ length: 21 }, (_, r) => `region-${r}`);
  const claims: Claim[] = [];
  let sum = 0;
  for (let i = 0; i < months; i++) {
    for (const [r, measure] of regions.entries()) {
      const truth = random(3 * (r + 1));
      sum += truth;
      const masked = truth > 0 && truth < 5;
      claims.push({
        claim_id: `${measure}-${i}`,
        measure,
        kind: "total",
        stated: masked ? "4" : String(truth),
        hedge: masked ? "up_to" : "exact",
        start: month(i),
        end: month(i),
      });
    }
    claims.push({
      claim_id: `country-${i}`,
      measure: "country",
      kind: "total",
      stated: String(sum),
      hedge: "exact",
      start: month(0),
      end: month(i),
    });
  }
  const part = { part_of: "country", split: "full" } as const;
  return {
    claims,
    measures: [
      { measure: "country" },
      ...regions.map((measure) => ({ measure, ...part })),
    ],
  };
}

/** Totals of six measures by month, each a multiple of the one before. */
export function ratios(months: number): Shape {
  const random = randomFrom(13);
  const claims: Claim[] = [];
  const names = Array.from({ length: 6 }, (_, m) => `measure-${m}`);
  for (let i = 0; i < months; i++) {
    const period = { start: month(i), end: month(i) };
    let truth = 1000 + random(1000);
    for (const [m, measure] of names.entries()) {
      const claim = { measure, ...period };
      if (random(3) > 0) {
        claims.push({
          ...claim,
          claim_id: `${measure}-${i}`,
          kind: "total",
          stated: String(Math.round(truth / 100) * 100),
          rounding: "200",
          hedge: "about",
        });
      }
      const times = 1 + random(9) / 10;
      const next = names[m + 1];
      if (next) {
        claims.push({
          ...claim,
          claim_id: `${next}-times-${i}`,
          measure: next,
          of_measure: measure,
          kind: "ratio",
          stated: times.toFixed(1),
          hedge: "about",
        });
      }
      truth *= times;
    }
  }
  // What is said of the whole time joins the months.
  claims.push({
    claim_id: "all",
    measure: names[0]!,
    kind: "total",
    stated: String(1000 * months),
    hedge: "at_least",
    start: month(0),
    end: month(months - 1),
  });
  return { claims, measures: names.map((measure) => ({ measure })) };
}
