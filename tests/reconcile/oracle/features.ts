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
    ["digits", {}, (json) => json.includes('"version":2')],
    ["show", { show: { per: "year" } }, (json) => json.includes("2024-12-31")],
  ];
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
