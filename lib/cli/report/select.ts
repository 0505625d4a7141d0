import type { Dataset } from "../../dataset/load.ts";
import { overlay } from "../../quantity/overlay.ts";
import { toNumber } from "../../quantity/rational.ts";
import { parseWidth, type Width } from "../../quantity/width.ts";
import { prepare } from "../../reconcile/model/prepare.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import type { Assumed as Opening } from "../../site/explorer/data.ts";

/** What of a selection holds for every collection, once its claims are chosen. */
export type Assumed = Pick<
  ReconcileOptions,
  "width" | "same" | "echoes" | "vintages" | "by" | "weights" | "most"
>;

/** Options that are taken back where they say nothing. */
function stated<T extends object>(options: T): T {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) =>
      value !== undefined && !(Array.isArray(value) && value.length === 0) &&
      !(value?.constructor === Object &&
        Object.values(value).every((inner) => inner === undefined))
    ),
  ) as T;
}

/**
 * A selection as text that a notebook reads back: JSON of the options. A width
 * to the letter, a pair of big integers, is the number nearest to it there.
 */
export function selectionText(options: ReconcileOptions = {}): string {
  const { seconds: _, width, ...rest } = options;
  return JSON.stringify({
    ...stated(rest),
    ...(width === undefined ? {} : { width: toNumber(parseWidth(width)) }),
  });
}

/** What a selection assumes of the claims that it keeps. */
export function assumptions(
  { width, same, echoes, vintages, by, weights, most }: ReconcileOptions,
): Assumed {
  return stated({ width, same, echoes, vintages, by, weights, most });
}

/** The same as the explorer of a report opens with, and what it shows at first. */
export function opening(options: ReconcileOptions): Opening {
  const { width, same, echoes, vintages, by, weights, show = {} } = options;
  const { per, from, to, measures = [] } = show;
  return stated({
    width: width === undefined ? undefined : plainDigits(width),
    ...{ same, echoes, vintages, by, weights, per, from, to },
    measure: measures[0],
  });
}

/** A width as digits, whatever it was given as. */
function plainDigits(width: Width): string {
  if (typeof width === "string") return width;
  const { n, d } = parseWidth(width);
  let [rest, digits] = [n % d, ""];
  // A decimal ends; a fraction that does not is cut where nobody sees it.
  for (let i = 0; i < 20 && rest !== 0n; i++) {
    rest *= 10n;
    digits += rest / d;
    rest %= d;
  }
  return `${n / d}${digits && `.${digits}`}`;
}

/** Whether a selection is that of every report: all claims, by the defaults. */
export function selectsAll(options: ReconcileOptions): boolean {
  const { seconds: _, ...rest } = options;
  return Object.keys(stated(rest)).length === 0;
}

/**
 * The part of a dataset that a selection keeps, each claim in the reading in
 * which it is taken, with what belongs to it.
 *
 * @throws {InputError} When an option names an id that is not in the data.
 */
export function selectDataset(
  dataset: Dataset,
  options: ReconcileOptions,
): Dataset {
  if (selectsAll(options)) return dataset;
  const { claims: kept, setAside, readingOf } = prepare(dataset, options);
  // What is set aside is told in the report, with what replaced it.
  const ids = new Set([
    ...kept.map(({ claim_id }) => claim_id),
    ...setAside.map(({ claim }) => claim),
  ]);
  const chosen = new Map(
    dataset.readings.filter((row) => row.reading === readingOf(row.claim_id))
      .map((row) => [row.claim_id, row]),
  );
  const claims = dataset.claims.filter(({ claim_id }) => ids.has(claim_id))
    .map((claim): typeof claim => {
      const row = chosen.get(claim.claim_id);
      return row ? { ...claim, ...overlay(claim, row) } as typeof claim : claim;
    });
  return {
    ...dataset,
    claims,
    readings: dataset.readings.filter(({ claim_id }) => ids.has(claim_id)),
    relations: dataset.relations.filter(({ from, to }) =>
      ids.has(from) && ids.has(to)
    ),
  };
}
