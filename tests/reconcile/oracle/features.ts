import type { Options } from "./input.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

/** What an engine may not know yet. */
export type Feature = "by" | "weights" | "show" | "echoes" | "digits";

/** What of the newer options changes an engine's answer as it should. */
export async function features(): Promise<ReadonlySet<Feature>> {
  const claim = {
    kind: "total",
    measure: "m",
    hedge: "exact",
    start: "2024-01",
    end: "2024-02",
    status: "official",
  } as const;
  const claims = [
    { ...claim, claim_id: "a", stated: "1", origin: "x" },
    { ...claim, claim_id: "b", stated: "2", origin: "y" },
    { ...claim, claim_id: "c", stated: "2", origin: "y", measure: "n" },
  ];
  const found = new Set<Feature>();
  const tried: [Feature, Options, (json: string) => boolean][] = [
    ["by", { by: "origin" }, (json) => json.includes('"drop_origins"')],
    ["weights", { weights: { official: 7 } }, (json) => json.includes(":7")],
    [
      "echoes",
      { echoes: "once", same: [["n", "m"]] },
      (json) => !json.includes('"c"'),
    ],
    ["show", { show: { per: "year" } }, (json) => json.includes("2024-12-31")],
  ];
  // Proved by multipliers of 24 digits.
  const share = { ...claim, kind: "share", stated: "0.000001" } as const;
  const fine = [
    { ...claim, claim_id: "0", measure: "m0", stated: "1" },
    ...[1, 2, 3, 4].map((i) => ({
      ...share,
      claim_id: `${i}`,
      measure: `m${i}`,
      of_measure: `m${i - 1}`,
    })),
    { ...claim, claim_id: "5", measure: "m4", stated: "1" },
  ];
  using result = await reconcile(fine);
  if (JSON.stringify(result).includes('"times":"1')) found.add("digits");
  for (const [feature, options, shows] of tried) {
    try {
      using result = await reconcile(claims, options);
      if (shows(JSON.stringify(result))) found.add(feature);
    } catch { /* an option that is not known is refused */ }
  }
  return found;
}

/** Options without those that an engine does not know. */
export function known(options: Options, has: ReadonlySet<Feature>): Options {
  const { by, weights, show, echoes, ...rest } = options;
  return {
    ...rest,
    ...by && has.has("by") ? { by } : {},
    ...weights && has.has("weights") ? { weights } : {},
    ...echoes && has.has("echoes") ? { echoes } : {},
    ...show && has.has("show") ? { show } : {},
  };
}
