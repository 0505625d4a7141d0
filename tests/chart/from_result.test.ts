import { conflictsOf, conflictSums } from "../../lib/chart/conflict.ts";
import { conflictDiagram } from "../../lib/chart/conflict_diagram.ts";
import { monthlyBounds } from "../../lib/chart/monthly_bounds.ts";
import { reconcile } from "../../lib/notebook/reconcile.ts";
import { data } from "./real.ts";
import assert from "node:assert/strict";

const total = { kind: "total", hedge: "exact", start: "2024-01" } as const;

Deno.test("a factor is known by the claim, and never added to the counts", async () => {
  // 2 × 230 = 460 persons, and 250 at most: 210 apart, not 212.
  using result = await reconcile([
    { ...total, claim_id: "c", measure: "cases", stated: 230, end: "2024-06" },
    {
      ...total,
      claim_id: "p",
      measure: "persons",
      stated: 250,
      end: "2024-06",
    },
    {
      ...total,
      ...{ claim_id: "twice", kind: "ratio", measure: "persons", stated: 2 },
      ...{ hedge: "at_least", end: "2024-06", of_measure: "cases" },
    },
  ]);
  const [conflict] = conflictsOf(result);
  assert.deepEqual(conflictSums(conflict!.parts), {
    atLeast: 460,
    atMost: 250,
    apart: 210,
  });
  assert.match(conflictDiagram(result).svg, /at least 460, at most 250/);
});

Deno.test("labels follow the reading that was reconciled", async () => {
  const claims = [
    { ...total, claim_id: "a", measure: "m", stated: 70, end: "2024-03" },
    { ...total, claim_id: "b", measure: "m", stated: 90, end: "2024-02" },
  ];
  const readings = [{ claim_id: "a", reading: "more", stated: "60" }];
  using result = await reconcile({ claims, readings }, {
    reading: { a: "more" },
  });
  const { svg } = conflictDiagram(result);
  assert.match(svg, /: 60 · Jan–Mar 2024/);
  assert.match(svg, /Claims, in their default readings but 1: a as more\./);
  assert.doesNotMatch(svg, /: 70 · /);
});

Deno.test("monthlyBounds() takes the months of a record in the same unit, whole counts alone", async () => {
  using result = await reconcile(data.only({ collections: ["reports"] }));
  const record = data.only({ collections: ["record"] });
  const { svg } = monthlyBounds(result, "proceedings", { record });
  const [, named = ""] = /Dots: (.*?), for comparison/.exec(
    svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "),
  ) ?? [];
  assert.match(named, /both articles/);
  assert.doesNotMatch(named, /desertion|without leave/);
  // One measure, chosen: its own months.
  const table = data.only({ collections: ["record"], measures: ["table"] });
  const own = monthlyBounds(result, "proceedings", { record: table });
  assert.match(own.svg.replace(/\s+/g, " "), /of Monthly table, both articles/);
});

Deno.test("a result without a measure, or a promise, is refused with advice", async () => {
  const promise = reconcile([]);
  assert.throws(
    () => conflictDiagram(promise as never),
    /give what reconcile\(\) gives, awaited/,
  );
  assert.throws(() => monthlyBounds(promise as never), /await it first/);
  using result = await promise;
  assert.throws(() => monthlyBounds(result), /The bounds of which measure\?/);
  assert.throws(
    () => monthlyBounds(result, "casse"),
    /'casse' is not a measure/,
  );
});
