import { lastDay } from "../quantity/date.ts";
import type { Dataset } from "../dataset/load.ts";
import type { Row } from "../dataset/rows.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";

/**
 * The claims that go back to one origin: one witness, however often quoted.
 */
export interface Origin {
  /** Id of the origin. */
  readonly origin: string;
  /** The claims, in file order. */
  readonly claims: readonly Row<"claims">[];
  /** The publishers that carry them, each once, in file order. */
  readonly publishers: readonly string[];
  /** The earliest date of publication, as written; `null` where none is known. */
  readonly firstPublished: string | null;
}

/**
 * The origins of a dataset's claims, in the order in which they first stand in
 * the claims table. Claims without an origin have no witness to share and are
 * left out. A month of publication counts as its last day.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { origins } from "./origins.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const ft = origins(data).find(({ origin }) => origin === "ft-2024-12-01");
 * assert.ok(ft?.publishers.includes("Kyiv Post"));
 * assert.ok(ft?.publishers.includes("View US Global"));
 * ```
 */
export function origins(dataset: Dataset): Origin[] {
  takesDataset(dataset);
  const sources = new Map(dataset.sources.map((row) => [row.source_id, row]));
  const groups = Map.groupBy(
    dataset.claims.filter((claim) => claim.origin),
    (claim) => claim.origin!,
  );
  return [...groups].map(([origin, claims]) => {
    const own = claims.flatMap(({ source_id }) => {
      const source = source_id ? sources.get(source_id) : undefined;
      return source ? [source] : [];
    });
    const dates = own.flatMap(({ published }) => published ? [published] : []);
    return {
      origin,
      claims,
      publishers: [
        ...new Set(own.map((row) => row.publisher ?? row.source_id)),
      ],
      firstPublished: dates.toSorted((a, b) => lastDay(a) - lastDay(b))[0] ??
        null,
    };
  });
}
