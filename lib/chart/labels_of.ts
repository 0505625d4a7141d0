import { measureNames } from "../analysis/measure_names.ts";

/**
 * What whatever is drawn calls its measures: a result or a dataset has labels;
 * plain rows have ids.
 */
export function labelsOf(from: object): (measure: string) => string {
  if ("nameOf" in from && typeof from.nameOf === "function") {
    const { nameOf } = from;
    return (measure) => String(nameOf.call(from, measure));
  }
  return "measures" in from && Array.isArray(from.measures)
    ? measureNames(from.measures)
    : (measure) => measure;
}
