import type { Reading } from "../../quantity/claim.ts";
import { firstDay, lastDay } from "../../quantity/date.ts";
import { lastNames } from "../../quantity/last_names.ts";
import { overlay } from "../../quantity/overlay.ts";
import { period } from "../../quantity/period.ts";
import { wholeUnitsIn } from "../../quantity/units.ts";
import type { TablesRead } from "../check_tables.ts";
import { countingOf } from "../counting.ts";
import type { Rule } from "./rule.ts";

/** What a count compared with itself is. */
const ALWAYS = { ratio: "1", share: "1", difference: "0" } as const;

/** What tells whether two counts are one. */
interface Counts {
  readonly nameOf: (measure: string) => string;
  readonly isLevel: (measure: string) => boolean;
}

/** Where a reading compares a count with itself, and what is probably meant. */
function itself(
  reading: Reading,
  { nameOf, isLevel }: Counts,
): [field: string, message: string] | undefined {
  const { kind, measure, of_measure, start, end, of_start, of_end } = reading;
  if (!start || !end) return undefined;
  if (kind === "highest" || kind === "lowest") {
    if (!of_start || !of_end) return undefined;
    const unit = reading.per || "month";
    const own = period(start, end);
    const others = wholeUnitsIn(period(of_start, of_end), unit, own.start)
      .filter((one) => one.start !== own.start);
    return others.length > 0 ? undefined : [
      "of_start",
      `from ${of_start} to ${of_end} there is no other whole ${unit}, so that ` +
      `this one is the ${kind} of none; give the span it is compared with`,
    ];
  }
  if (kind !== "ratio" && kind !== "share" && kind !== "difference") {
    return undefined;
  }
  const other = of_measure || measure;
  if (nameOf(measure) !== nameOf(other)) return undefined;
  const [from, to] = of_start && of_end ? [of_start, of_end] : [start, end];
  if (lastDay(to) !== lastDay(end)) return undefined;
  if (firstDay(from) !== firstDay(start) && !isLevel(measure)) return undefined;
  const called = other === measure ? "itself" : `'${other}', which is the same`;
  const always =
    `'${measure}' is compared with ${called}, over the same days, ` +
    `so that this ${kind} is ${ALWAYS[kind]} whatever is counted; `;
  return of_start
    ? ["of_start", `${always}give the days of the other count`]
    : [
      kind === "share" ? "of_measure" : "of_start",
      always + (kind === "share"
        ? "name the whole in of_measure, or give the days of the other count"
        : "give the days of the other count in of_start and of_end, or name " +
          "another measure in of_measure"),
    ];
}

function countsOf(
  { claims, measures, readings, splits }: TablesRead,
): Counts {
  const rows = measures?.rows ?? [];
  const nameOf = lastNames(rows);
  let levelBy: ((measure: string) => string | null) | undefined;
  return {
    nameOf,
    // Seldom asked for: of counts that end on one day.
    isLevel: (measure) => {
      levelBy ??= countingOf({
        claims: claims.rows,
        measures: rows,
        readings: readings?.rows ?? [],
        splits: splits?.rows ?? [],
      }).levelBy;
      return levelBy(measure) !== null;
    },
  };
}

/**
 * A count that is compared with itself: the days or the name of the other one
 * were forgotten. So is what stands out among no others.
 */
export const comparedWithItself: Rule = (tables, warn) => {
  const counts = countsOf(tables);
  const odd = new Set<string>();
  tables.claims.rows.forEach((claim, i) => {
    const found = itself(claim, counts);
    if (!found) return;
    odd.add(claim.claim_id);
    warn("claims", i, ...found);
  });
  const byId = new Map(
    tables.readings &&
      tables.claims.rows.map((claim) => [claim.claim_id, claim]),
  );
  tables.readings?.rows.forEach((row, i) => {
    const claim = byId.get(row.claim_id);
    // What is odd about the claim itself is said once, at the claim; who gives
    // grounds did not forget anything.
    if (!claim || odd.has(row.claim_id) || row.grounds) return;
    const found = itself(overlay(claim, row) as unknown as Reading, counts);
    if (found) warn("readings", i, found[0], `as read here, ${found[1]}`);
  });
};
