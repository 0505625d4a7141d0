import assert from "node:assert/strict";
import { loadDataset } from "../../lib/dataset/load.ts";
import { leaveOut } from "../../lib/analysis/leave_out.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { Reconciliation } from "../../lib/reconcile/reconciliation.ts";
import { paintFor } from "../../lib/cli/terminal/paint.ts";
import { report } from "../../lib/cli/terminal/report.ts";

/** Runs something while to ask what is implied for the claims is an error. */
async function withoutImplied<T>(work: () => T | Promise<T>): Promise<T> {
  const { prototype } = Reconciliation;
  const own = Object.getOwnPropertyDescriptor(prototype, "claims")!;
  Object.defineProperty(prototype, "claims", {
    configurable: true,
    get: () => assert.fail("what is implied for every claim was asked for"),
  });
  try {
    return await work();
  } finally {
    Object.defineProperty(prototype, "claims", own);
  }
}

const exact = { kind: "total", measure: "cases", hedge: "exact" } as const;
const year = { ...exact, start: "2024-01", end: "2024-12" };

Deno.test("a report counts the claims without working out what is implied for them", async () => {
  using result = await reconcile([
    { ...year, claim_id: "a", stated: "70" },
    { ...year, claim_id: "b", stated: "70" },
    { ...year, claim_id: "c", kind: "none" },
  ]);
  const text = await withoutImplied(() =>
    report(result, {}, paintFor(false, true))
  );
  assert.match(text, /^2 claims: all of them can be true together/);
});

Deno.test("to leave out publishers takes no implied ranges", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  using all = await reconcile(data, { collections: ["reports"] });
  const rows = await withoutImplied(() =>
    leaveOut(data, "publisher_kind", { collections: ["reports"] })
  );
  assert.equal(rows[0]!.claims, all.claims.length);
});
