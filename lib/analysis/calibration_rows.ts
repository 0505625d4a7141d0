import type { Calibration } from "./calibrate.ts";
import { BUILT_IN_HEDGES } from "../quantity/hedge.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { ownValue } from "../quantity/own_value.ts";
import { formatNumber, phraseNumber } from "../quantity/phrase.ts";
import { takesRecord, takesText } from "../quantity/takes.ts";
import { claimTitle, publisher } from "./claim_title.ts";
import type { CalibrationRow } from "./calibration_row.ts";

const HEDGE_NAMES: Readonly<Record<string, string>> = {
  bare: "no hedge, rounded",
  at_least: "at least",
  up_to: "up to",
};

/**
 * Rows of the calibration chart, grouped by hedge: the built-in ones first, in
 * their order, then the dataset's own. `names` are names of measures for
 * readers, by id.
 *
 * @example
 * ```ts
 * import { calibrationRows } from "./calibration_rows.ts";
 * import { calibrate } from "./calibrate.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const rows = calibrationRows(calibrate(data));
 * assert.ok(rows.every((row) => row.label.includes(" · ")));
 * ```
 */
export function calibrationRows(
  calibrations: readonly Calibration[],
  names: Readonly<Record<string, string>> = {},
): CalibrationRow[] {
  takesRecord(takesText, "names by measure")(names, "names");
  const order = [...BUILT_IN_HEDGES.keys()];
  const rank = ({ hedge }: Calibration) =>
    (order.indexOf(hedge) + order.length + 1) % (order.length + 1);
  return calibrations.toSorted((a, b) => rank(a) - rank(b)).map((found) => {
    const { row, hedge, exact, measure, from } = found;
    const monthly = row.claim.kind === "rate" ? " a month" : "";
    const figure = formatNumber(Math.round(exact)) + monthly;
    const name = ownValue(names, measure) ?? measure;
    return {
      hedge: ownValue(HEDGE_NAMES, hedge) ?? hedge,
      label: `${publisher(row)}: ${phraseNumber(row.claim)} · ${name} · ${
        describePeriod(row.period!, { short: true })
      }`,
      exact: formatNumber(Math.round(exact)),
      distance: found.distance,
      low: found.low,
      high: found.high,
      title: [
        claimTitle(row),
        `exact figure: ${figure} (${name}${
          from.length > 1 ? ", parts added" : ""
        }${found.sameOrigin ? ", same origin" : ""})`,
        ...from,
      ].join("\n"),
    };
  });
}
