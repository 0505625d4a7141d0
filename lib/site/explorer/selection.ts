import { countingOf, type CountingTables } from "../../dataset/counting.ts";
import type { Row } from "../../dataset/rows.ts";
import { selectClaims } from "../../reconcile/model/select.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import type { Show } from "../../reconcile/show.ts";
import type { ExplorerData } from "./data.ts";
import { ownRow, ownSource } from "./own_claim.ts";
import type { ExplorerState } from "./state.ts";

/** What is reconciled: the claims that are left, and how they are taken. */
export interface Selection {
  /** The claims left, those of the reader's own last, and their rows. */
  readonly data: ExplorerData;
  /** How they are taken. */
  readonly options: Pick<
    ReconcileOptions,
    | "reading"
    | "width"
    | "echoes"
    | "vintages"
    | "seconds"
    | "same"
    | "by"
    | "weights"
    | "show"
  >;
}

/** What of the bounds a state shows, where it was chosen. */
export function showOf(
  { per, from, to }: Pick<ExplorerState, "per" | "from" | "to">,
): Show | undefined {
  if (per === null && from === null && to === null) return undefined;
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(per === null ? {} : { per }),
  };
}

/**
 * The measures, those that a claim makes a level said to be one: they stay so
 * when that claim is left out.
 */
function measuresOf(
  data: ExplorerData,
  own: readonly Row<"claims">[],
): readonly Row<"measures">[] {
  const counting = countingOf({
    ...data,
    claims: [...data.claims, ...own],
  } as CountingTables);
  if (!counting.some) return data.measures;
  return data.measures.map((row) =>
    !row.counts && counting.levelBy(row.measure) !== null
      ? { ...row, counts: "level" } as typeof row
      : row
  );
}

/**
 * The tables that a state leaves. Claims of the reader's own are there on any
 * date and in any collection; everything else is as in `reconcile()`.
 *
 * @example
 * ```ts
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const state = { ...defaultState(data), without: ["tass-4690-cases"] };
 * const { data: left } = selectionOf(data, state);
 * assert.ok(left.claims.every(({ collection }) => collection === "reports"));
 * assert.ok(!left.claims.some((claim) => claim.claim_id === "tass-4690-cases"));
 * ```
 */
export function selectionOf(
  data: ExplorerData,
  state: ExplorerState,
): Selection {
  const on = new Set(state.collections);
  const off = new Set(state.without);
  const published = new Map(data.sources.map((row) => [row.source_id, row]));
  const kept = selectClaims(data.claims, published, {
    withoutSources: state.withoutSources,
    knownBy: state.knownBy ?? undefined,
  }) as Row<"claims">[];
  const own = state.own.filter(({ id }) => !off.has(id)).map(ownRow);
  const claims = [
    ...kept.filter(({ claim_id, collection }) =>
      on.has(collection ?? "") && !off.has(claim_id)
    ),
    ...own,
  ];
  const { same, by, weights } = data.assumed ?? {};
  const show = showOf(state);
  const ids = new Set(claims.map(({ claim_id }) => claim_id));
  const cited = new Set(claims.map(({ source_id }) => source_id));
  const reading = Object.fromEntries(
    Object.entries(state.readings).filter(([claim]) => ids.has(claim)),
  );
  return {
    data: {
      claims,
      readings: data.readings.filter((row) => ids.has(row.claim_id)),
      sources: [
        ...data.sources.filter((row) => cited.has(row.source_id)),
        // A dataset without such a table goes on without one.
        ...(own.length > 0 && data.sources.length > 0 ? [ownSource()] : []),
      ],
      measures: measuresOf(data, own),
      relations: data.relations.filter(({ from, to }) =>
        ids.has(from) && ids.has(to)
      ),
      hedges: data.hedges,
      splits: data.splits,
      balances: data.balances,
    },
    options: {
      ...(Object.keys(reading).length > 0 ? { reading } : {}),
      ...(state.width === "1" ? {} : { width: Number(state.width) }),
      ...(state.echoesOnce ? { echoes: "once" } : {}),
      ...(state.vintagesAll ? { vintages: "all" } : {}),
      ...(same ? { same } : {}),
      ...(by ? { by } : {}),
      ...(weights ? { weights } : {}),
      ...(show ? { show } : {}),
      ...(state.seconds === null ? {} : { seconds: state.seconds }),
    },
  };
}
