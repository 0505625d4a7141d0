import type { Claim, Reading, Relation, Source } from "../../quantity/claim.ts";
import {
  type Day,
  firstDay,
  lastDay,
  lastDayOrYear,
} from "../../quantity/date.ts";
import { compare } from "../../quantity/rational.ts";
import { rounds } from "../../quantity/rounds.ts";
import type { SetAsideJson } from "../result.ts";
import { InputError, readInput } from "./input_error.ts";
import { countBounds, type Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";
import { publishedBy } from "./select.ts";

/** Relations that set a claim aside, and what is then said of it. */
const REPLACES: Readonly<Record<string, SetAsideJson["why"]>> = {
  corrects: "corrected",
  supersedes: "superseded",
};

/** A claim of the selection, as it is read. */
export interface ReadClaim {
  /** The claim. */
  readonly claim: Claim;
  /** What it is taken to mean. */
  readonly cells: Reading;
  /** That as numbers and days, at width 1; `null`: it is not modelled. */
  readonly item: Item | null;
}

/**
 * Checks that no claim replaces itself, directly or through others: who would
 * then have the last word?
 *
 * @throws {InputError} When one does.
 */
export function checkReplacing(relations: readonly Relation[]): void {
  const rows = relations.filter(({ relation }) => replaces(relation));
  const round = rounds(rows.map(({ from, to }) => [from, to]));
  rows.forEach(({ from, relation, to }, i) => {
    if (!round[i]) return;
    throw new InputError(
      `${from}: ${relation} '${to}', which replaces it in turn; say which of ` +
        "the two is the later",
    );
  });
}

function replaces(relation: Relation["relation"]): boolean {
  return relation !== null && Object.hasOwn(REPLACES, relation);
}

/** The day for which a claim is said, else that of its publication. */
function vintageOf(
  { claim_id, as_of, source_id }: Claim,
  sources: ReadonlyMap<string, Source>,
): Day | null {
  if (!as_of) return publishedBy(sources.get(source_id ?? ""));
  return readInput(() => {
    try {
      return lastDayOrYear(as_of);
    } catch (error) {
      throw new Error(`${claim_id}: as_of ${(error as Error).message}`);
    }
  });
}

/** The days and the other count that a claim names, modelled or not. */
function periodOf({ cells, item }: ReadClaim, measures: MeasureModel) {
  const index = (id: string) => measures.indexOf.get(id) ?? id;
  if (item) {
    const { count, of, span } = item;
    return [
      count.start,
      count.end,
      of && [index(of.measure), of.start, of.end],
      span && [span.start, span.end],
    ];
  }
  const day = (cell: string | null | undefined, read: (text: string) => Day) =>
    cell ? readInput(() => read(cell)) : null;
  return [
    day(cells.start, firstDay),
    day(cells.end, lastDay),
    cells.of_measure ? index(cells.of_measure) : null,
    day(cells.of_start, firstDay),
    day(cells.of_end, lastDay),
  ];
}

/**
 * What the data itself says was replaced, among the claims of a selection: a
 * claim that another one corrects or supersedes; in one keeper's series all but
 * the latest of the same figure; and then, from the last end to the first, a
 * running total that is above one with a later end, since it was revised. What
 * is set aside still sets aside others.
 *
 * @param claims The claims of the selection, in file order.
 * @returns In file order.
 */
export function setAside(
  claims: readonly ReadClaim[],
  relations: readonly Relation[],
  sources: ReadonlyMap<string, Source>,
  measures: MeasureModel,
): SetAsideJson[] {
  const place = new Map(claims.map(({ claim }, i) => [claim.claim_id, i]));
  const found = new Map<string, SetAsideJson>();

  const first = new Map<number, { by: number; why: SetAsideJson["why"] }>();
  for (const { from, relation, to } of relations) {
    if (!replaces(relation)) continue;
    const [by, at] = [place.get(from), place.get(to)];
    if (by === undefined || at === undefined) continue;
    const known = first.get(at);
    if (known && known.by <= by) continue;
    first.set(at, { by, why: REPLACES[relation!]! });
  }
  for (const [at, { by, why }] of first) {
    const claim = claims[at]!.claim.claim_id;
    found.set(claim, { claim, by: claims[by]!.claim.claim_id, why });
  }

  const kept = claims.filter(({ claim }) => claim.series);
  const figures = Map.groupBy(
    kept.flatMap((read) => {
      const day = vintageOf(read.claim, sources);
      return day === null ? [] : [{ read, day }];
    }),
    ({ read }) => {
      const { claim, cells } = read;
      return JSON.stringify([
        claim.series,
        measures.indexOf.get(cells.measure),
        cells.kind,
        cells.per || "month",
        cells.spread || "mean",
        periodOf(read, measures),
      ]);
    },
  );
  for (const vintages of figures.values()) {
    const latest = Math.max(...vintages.map(({ day }) => day));
    const by = vintages.find(({ day }) => day === latest)!.read.claim.claim_id;
    for (const { read: { claim: { claim_id: claim } }, day } of vintages) {
      if (day === latest || found.has(claim)) continue;
      found.set(claim, { claim, by, why: "vintage" });
    }
  }

  const totals = Map.groupBy(
    kept.filter(({ claim, item }) =>
      item?.cells.kind === "total" && !found.has(claim.claim_id)
    ).map(({ item }) => item!),
    ({ claim, count }) =>
      JSON.stringify([
        claim.series,
        measures.indexOf.get(count.measure),
        count.start,
      ]),
  );
  for (const running of totals.values()) {
    for (const [claim, by] of revised(running)) {
      found.set(claim, { claim, by, why: "revised" });
    }
  }
  return claims.flatMap(({ claim }) => found.get(claim.claim_id) ?? []);
}

/** Running totals that are above one with a later end, and by which. */
function* revised(
  running: readonly Item[],
): Generator<readonly [claim: string, by: string]> {
  const byEnd = [...Map.groupBy(running, ({ count }) => count.end)]
    .sort(([a], [b]) => b - a);
  // Those still kept that have a high, the nearest end last.
  const lower: { item: Item; high: ReturnType<typeof countBounds>["high"] }[] =
    [];
  for (const [, items] of byEnd) {
    const still: Item[] = [];
    for (const item of items) {
      const { low } = countBounds(item);
      const by = lower.findLast(({ high }) =>
        low !== null && compare(low, high!) > 0
      );
      if (by) yield [item.claim.claim_id, by.item.claim.claim_id];
      else still.push(item);
    }
    // Of one end the first in file order is met first from behind.
    for (const item of still.toReversed()) {
      const { high } = countBounds(item);
      if (high) lower.push({ item, high });
    }
  }
}
