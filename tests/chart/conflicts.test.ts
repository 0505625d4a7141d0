import {
  type Conflict,
  type ConflictPart,
  conflictsOf,
  conflictSums,
} from "../../lib/chart/conflict.ts";
import { conflictDiagram } from "../../lib/chart/conflict_diagram.ts";
import { conflictMatrix } from "../../lib/chart/conflict_matrix.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { checkApart, checkChart, HOSTILE, placed } from "./checks.ts";
import { result } from "./real.ts";
import assert from "node:assert/strict";

const real = conflictsOf(result);

const part = (side: ConflictPart["side"], i = 0): ConflictPart => ({
  claim: `claim-${side}-${i}`,
  label: `A Paper: ${side} ${i}`,
  title: `“${side}”`,
  status: "unverified",
  side,
  times: 1,
  low: side === "low" ? 100 : 7,
  high: side === "low" ? null : 70,
});

const many = (count: number): Conflict[] =>
  Array.from({ length: count }, (_, i) => ({
    parts: [part("low", i), part("high")],
    text: "100 is more than 70.",
  }));

Deno.test("conflictsOf() gives parts whose sums contradict each other", () => {
  assert.ok(real.length > 3);
  for (const [i, { parts, text }] of real.entries()) {
    const { atLeast, atMost, apart } = conflictSums(parts);
    assert.ok(apart > 0);
    const said = (value: number) =>
      text.includes(value.toLocaleString("en-US"));
    assert.ok(said(atLeast) && said(atMost), text);
    assert.deepEqual(
      parts.map(({ claim }) => claim).toSorted(),
      result.conflicts[i]!.claims,
    );
  }
});

Deno.test("conflictsOf() joins the months of an every-month rate, and scales a mean", async () => {
  const shared = {
    measure: "cases",
    hedge: "exact",
    start: "2024-01",
  } as const;
  for (const spread of ["each", "mean"] as const) {
    using made = await reconcile([
      {
        ...shared,
        claim_id: "rate",
        kind: "rate",
        stated: "10",
        end: "2024-03",
        spread,
      },
      {
        ...shared,
        claim_id: "total",
        kind: "total",
        stated: "20",
        end: "2024-03",
      },
    ]);
    const [conflict] = conflictsOf(made);
    const low = conflict!.parts.filter(({ side }) => side === "low");
    assert.equal(low.length, 1);
    assert.equal(low[0]!.times * low[0]!.low, 30);
    assert.equal(low[0]!.times * low[0]!.high!, 30);
    assert.equal(conflictSums(conflict!.parts).apart, 10);
  }
});

Deno.test("conflictDiagram() draws the real conflicts and says how far they are apart", () => {
  const draw = () => conflictDiagram(real, { most: real.length });
  checkChart(draw);
  checkApart(draw());
  const texts = placed(draw(), "wide").map(({ text }) => text);
  for (const { parts } of real) {
    const apart = conflictSums(parts).apart.toLocaleString("en-US");
    assert.ok(texts.includes(`${apart} apart`), apart);
  }
});

Deno.test("conflictMatrix() has a dot for every claim in a conflict", () => {
  const claims = new Set(
    result.conflicts.flatMap(({ claims }) => claims),
  ).size;
  const all = { mostConflicts: real.length, mostClaims: claims };
  checkChart(() => conflictMatrix(real, all));
  checkApart(conflictMatrix(real));
  const texts = placed(conflictMatrix(real, all), "wide")
    .map(({ text }) => text);
  assert.equal(
    texts.filter((text) => / of \d+$/.test(text)).length,
    claims,
  );
});

for (
  const [name, draw] of Object.entries({ conflictDiagram, conflictMatrix })
) {
  Deno.test(`${name}() says how many more there are`, () => {
    const chart = draw(many(23));
    checkChart(() => draw(many(23)));
    checkApart(chart);
    const texts = placed(chart, "wide").map(({ text }) => text);
    assert.ok(
      texts.some((text) => /^and (.* and )?13 more conflicts/.test(text)),
    );
  });

  Deno.test(`${name}() draws no conflict, one, and hostile text`, () => {
    checkChart(() => draw([]));
    assert.match(draw([]).svg, /can all be true/);
    checkChart(() => draw(many(1)));
    checkChart(() =>
      draw([{
        parts: [part("low"), part("factor"), part("high")].map((own) => ({
          ...own,
          label: HOSTILE,
          title: HOSTILE,
          high: null,
        })),
        text: HOSTILE,
      }])
    );
  });
}
