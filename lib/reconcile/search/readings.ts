import { type Rational, rational, toNumber } from "../../quantity/rational.ts";
import type { Deadline } from "../deadline.ts";
import { type Item, itemOf } from "../model/item.ts";
import { loadHighs } from "../solve/load_highs.ts";
import { Model } from "./model.ts";
import type { Prepared } from "../model/prepare.ts";
import { type Choosable, searchReadings } from "./reading_search.ts";
import { resolveReading } from "../model/resolve_reading.ts";
import { weighed } from "../model/status_weights.ts";
import { buildSystem } from "../model/system.ts";
import { wholeWeights } from "./cost.ts";

/** A reading of a claim. */
export interface ReadingOf {
  /** Claim id. */
  readonly claim: string;
  /** Reading id. */
  readonly reading: string;
}

/** A choice of readings that makes the greatest weight of claims agree. */
export interface ReadingChoice {
  /** The reading chosen for each claim that has one that is modelled. */
  readonly choice: ReadingOf[];
  /** Claims that do not agree even so. */
  readonly dropped: string[];
  /** Total weight of the claims that agree. */
  readonly weight: number;
  /** That weight, exactly. */
  readonly exactWeight: Rational;
  /** Readings that are in no choice of that weight. */
  readonly never: ReadingOf[];
  /** Whether the search came to its end; else `never` may be too short. */
  readonly complete: boolean;
}

/**
 * Chooses a reading for every claim so that the greatest weight of claims
 * agrees. A reading of kind `none` says nothing and so always agrees; a claim
 * whose readings all are of that kind takes no part. Claims whose reading the
 * options fix keep it. Among choices of equal weight the one with the most
 * default readings is given, then the one that comes first in file order.
 */
export async function chooseReadings(
  prepared: Prepared,
  fixed: ReadonlySet<string>,
  left: ReadonlySet<string>,
  deadline: Deadline,
): Promise<ReadingChoice> {
  const items: Item[] = [];
  const claims: {
    claim: string;
    options: { reading: string; item: number | null }[];
  }[] = [];
  const weights: Rational[] = [];
  for (const claim of prepared.claims) {
    const id = claim.claim_id;
    if (left.has(id)) continue;
    const rows = prepared.readings.get(id) ?? [];
    const own = prepared.readingOf(id);
    const ids = fixed.has(id)
      ? [own]
      : ["default", ...rows.map((row) => row.reading)];
    const options = ids.map((reading) => {
      const cells = resolveReading(claim, reading, rows);
      const item = itemOf(items.length, claim, reading, cells, prepared);
      if (item) items.push(item);
      return { reading, item: item && item.index, of: item };
    });
    const modelled = options.find((option) => option.of);
    if (!modelled) continue;
    claims.push({
      claim: id,
      options: options.map(({ reading, item }) => ({ reading, item })),
    });
    weights.push(weighed(modelled.of!, prepared.weigh).weight);
  }
  const { whole, scale } = wholeWeights(weights);
  const highs = await loadHighs();
  using model = new Model(buildSystem(items, prepared.measures), highs);
  const found = searchReadings(
    model,
    claims.map((c, i): Choosable => ({ ...c, weight: whole[i]! })),
    deadline,
  );
  const exactWeight = rational(found.weight, scale);
  return {
    choice: claims.map(({ claim, options }, i) => ({
      claim,
      reading: options[found.choice[i]!]!.reading,
    })),
    dropped: found.dropped.map((i) => claims[i]!.claim),
    weight: toNumber(exactWeight),
    exactWeight,
    never: found.never.map(([i, option]) => ({
      claim: claims[i]!.claim,
      reading: claims[i]!.options[option]!.reading,
    })),
    complete: found.complete,
  };
}
