import assert from "node:assert/strict";
import { InputError } from "../../lib/reconcile/model/input_error.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

const claim = {
  claim_id: "a",
  measure: "cases",
  kind: "total",
  stated: "19922",
  start: "2024-01",
  end: "2024-10",
} as const;

Deno.test("a row that repeats a built-in hedge only documents it", async () => {
  const hedges = [{ hedge: "bare", words: "none", low: "0.5", high: "0.5" }];
  using result = await reconcile({ claims: [claim], hedges });
  const [{ low, high } = { low: 0, high: 0 }] = result.claims;
  assert.deepEqual([low, high], [19_922, 19_922]);
});

Deno.test("an empty distance is not stated, never zero", async () => {
  const hedged = { ...claim, stated: "60000", hedge: "about" };
  using result = await reconcile({
    claims: [hedged],
    hedges: [{ hedge: "about", words: "circa", low: null, high: null }],
  });
  const [{ low, high } = { low: 0, high: 0 }] = result.claims;
  assert.deepEqual([low, high], [50_000, 70_000]);
  await assert.rejects(
    reconcile({ claims: [claim], hedges: [{ hedge: "some", low: "1" }] }),
    InputError,
  );
});
