import type { Reading } from "../quantity/claim.ts";
import { checkDay } from "./check_reading.ts";
import type { Counting } from "./counting.ts";

/** Checks that a reading counts as its measures do: a flow, or a level. */
export function checkCounts(
  reading: Reading,
  counting: Counting,
  tell: (field: keyof Reading, message: string) => void,
): void {
  const { kind, measure, of_measure } = reading;
  if (kind === "none" || !measure) return;
  const level = counting.levelBy(measure) !== null;
  if (level && (kind === "total" || kind === "rate")) {
    tell(
      "kind",
      `a ${kind} is counted over a period, and '${measure}' is a level, how ` +
        "many there are at the end of a day; state a level",
    );
    return;
  }
  if (kind === "level" && !level) {
    tell(
      "kind",
      `a level is of the end of a day, and '${measure}' counts a flow; say ` +
        "in measures.csv that it counts a level, or state a total",
    );
    return;
  }
  if (kind !== "ratio" && kind !== "share" && kind !== "difference") return;
  const { start, end, of_start, of_end } = reading;
  if (level) checkDay(start, end, "end", tell);
  const other = of_measure || (kind === "difference" ? measure : null);
  if (!other || counting.levelBy(other) === null) return;
  if (of_start) checkDay(of_start, of_end, "of_end", tell);
  else if (!level) checkDay(start, end, "end", tell);
}
