import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type { Claim } from "../../../lib/quantity/claim.ts";
import assert from "node:assert/strict";

function total(
  claim_id: string,
  stated: string,
  more: Partial<Claim> = {},
): Claim {
  return {
    claim_id,
    measure: "m",
    kind: "total",
    stated,
    hedge: "exact",
    start: "2024-01",
    end: "2024-03",
    ...more,
  };
}

Deno.test("the latest vintage of a figure stands, whatever it says", async () => {
  const claims = [
    total("march", "100", { series: "s", as_of: "2024-03" }),
    total("year", "90", { series: "s", as_of: "2024" }),
    total("undated", "80", { series: "s" }),
    total("other", "95", { series: "t", as_of: "2024-04" }),
    total("published", "70", { series: "s", source_id: "p" }),
  ];
  const sources = [{ source_id: "p", published: "2025" }];
  using result = await reconcile({ claims, sources });
  assert.deepEqual(result.setAside, [
    { claim: "march", by: "published", why: "vintage" },
    { claim: "year", by: "published", why: "vintage" },
  ]);
  assert.deepEqual(result.modelled, ["undated", "other", "published"]);
  assert.equal(result.selected, 5);
  using all = await reconcile({ claims, sources }, { vintages: "all" });
  assert.deepEqual(all.setAside, []);
  assert.equal(all.modelled.length, 5);
  // Known by the end of 2024 the later one is not there.
  using known = await reconcile({
    claims: claims.map((claim) => ({
      ...claim,
      source_id: claim.source_id ?? "q",
    })),
    sources: [...sources, { source_id: "q", published: "2024-06" }],
  }, { knownBy: "2024-12" });
  assert.deepEqual(known.setAside, [
    { claim: "march", by: "year", why: "vintage" },
    { claim: "undated", by: "year", why: "vintage" },
  ]);
});

Deno.test("what is corrected is set aside by the first in the file, and still corrects", async () => {
  const claims = [
    total("a", "1", { kind: "none" }),
    total("b", "2"),
    total("c", "3"),
    total("d", "4"),
  ];
  const relations = [
    { from: "d", relation: "corrects", to: "c" },
    { from: "b", relation: "supersedes", to: "c" },
    { from: "c", relation: "corrects", to: "a" },
    { from: "b", relation: "contests", to: "d" },
  ] as const;
  using result = await reconcile({ claims, relations });
  assert.deepEqual(result.setAside, [
    { claim: "a", by: "c", why: "corrected" },
    { claim: "c", by: "b", why: "superseded" },
  ]);
  // Without "b" the other one is named.
  using without = await reconcile({ claims, relations }, { without: ["b"] });
  assert.deepEqual(without.setAside[1], {
    claim: "c",
    by: "d",
    why: "corrected",
  });
  await assert.rejects(
    () =>
      reconcile({
        claims,
        relations: [...relations, {
          from: "a",
          relation: "supersedes",
          to: "d",
        }],
      }),
    /which replaces it in turn/,
  );
});

Deno.test("a running total above a later one was revised", async () => {
  const running = (id: string, stated: string, end: string, hedge = "exact") =>
    total(id, stated, { series: "s", end, hedge });
  const claims = [
    running("january", "100", "2024-01"),
    running("february", "95", "2024-02"),
    running("march", "80", "2024-03"),
    running("april", "120", "2024-04"),
    running("march-about", "100", "2024-03", "about"),
  ];
  using result = await reconcile(claims, { width: 0 });
  // At width 1 "about 100" is 0 to 200: it is not above 120, nor is 100 above it.
  assert.deepEqual(result.setAside, [
    { claim: "january", by: "march", why: "revised" },
    { claim: "february", by: "march", why: "revised" },
  ]);
  // From the last end on: what is set aside takes nobody else with it.
  using fall = await reconcile([
    running("a", "50", "2024-01"),
    running("b", "100", "2024-02"),
    running("c", "40", "2024-03"),
    running("d", "45", "2024-04"),
  ]);
  assert.deepEqual(fall.setAside, [
    { claim: "a", by: "c", why: "revised" },
    { claim: "b", by: "c", why: "revised" },
  ]);
  using apart = await reconcile(
    claims.map((claim) => ({ ...claim, series: null })),
    { width: 0 },
  );
  assert.deepEqual(apart.setAside, []);
});

Deno.test("the data makes measures one, an analyst has the last word", async () => {
  const claims = [
    total("a", "10", { measure: "a" }),
    total("b", "20", { measure: "b" }),
    total("c", "30", { measure: "c" }),
  ];
  const measures = [
    { measure: "a", same_as: "b", same_grounds: "one register" },
    { measure: "b" },
    { measure: "c" },
  ];
  using result = await reconcile({ claims, measures });
  assert.deepEqual(result.measures, ["b", "c"]);
  assert.deepEqual(result.conflicts.map((c) => c.claims), [["a", "b"]]);
  assert.deepEqual(result.sameAs, [{
    measure: "a",
    same_as: "b",
    grounds: "one register",
  }]);
  assert.equal(result.bounds("a", "2024-01", "2024-03").measure, "b");
  using other = await reconcile({ claims, measures }, { same: [["a", "c"]] });
  assert.deepEqual(other.conflicts.map((c) => c.claims), [["a", "c"]]);
  assert.deepEqual(other.sameAs, []);
  using turned = await reconcile({ claims, measures }, { same: [["b", "a"]] });
  assert.deepEqual(turned.measures, ["a", "c"]);
  await assert.rejects(
    () =>
      reconcile({
        claims,
        measures: [{ measure: "a", same_as: "b" }, {
          measure: "b",
          same_as: "a",
        }, { measure: "c" }],
      }),
    /ends in the measure itself/,
  );
});
