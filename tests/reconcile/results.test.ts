import assert from "node:assert/strict";
import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile as reconcileShown } from "../../lib/notebook/reconcile.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

function total(
  id: string,
  stated: string,
  start: string,
  end: string,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated,
    hedge: "exact",
    start,
    end,
    ...cells,
  };
}

Deno.test("bounds over days that cut a period, with their proofs", async () => {
  using result = await reconcile([
    total("january", "70", "2024-01", "2024-01"),
    total("quarter", "100", "2024-01", "2024-03"),
  ]);
  const inside = result.bounds("cases", "2024-01-10", "2024-02-10");
  assert.deepEqual([inside.low, inside.high], [0, 100]);
  const beyond = result.bounds("cases", "2023-12", "2024-02");
  assert.deepEqual([beyond.low, beyond.high], [70, null]);
  assert.deepEqual(beyond.lowProof, {
    proof: [{
      claim: "january",
      side: "low",
      start: "2024-01-01",
      end: "2024-01-31",
      times: 1,
      value: 70,
    }],
    background: [
      {
        fact: "flow",
        measure: "cases",
        start: "2023-12-01",
        end: "2023-12-31",
        times: 1,
      },
      {
        fact: "flow",
        measure: "cases",
        start: "2024-02-01",
        end: "2024-02-29",
        times: 1,
      },
    ],
    times: 1,
  });
  assert.equal(beyond.highProof, null);
  const february = result.bounds("cases", "2024-02", "2024-02");
  assert.deepEqual(
    february.highProof!.proof.map(({ claim, side }) => [claim, side]),
    [["january", "low"], ["quarter", "high"]],
  );
});

Deno.test("wrong questions are refused by name", async () => {
  using result = await reconcile([total("a", "1", "2024-01", "2024-01")]);
  assert.throws(() => result.bounds("x", "2024-01", "2024-01"), /'x' is not a/);
  assert.throws(() => result.bounds("cases", "2024-02", "2024-01"), /before/);
  assert.throws(() => result.bounds("cases", "soon", "2024-01"), /'soon'/);
  assert.throws(() => result.implied("b"), /'b' is not a modelled claim/);
});

Deno.test("without claims nothing follows, and nothing is wrong", async () => {
  using result = await reconcile([]);
  assert.deepEqual(result.toJSON(), {
    version: 2,
    consistent: true,
    slack: 0,
    certain: {
      slack: true,
      conflicts: true,
      repairs: true,
      cheapest: true,
      implied: true,
      bounds: true,
    },
    set_aside: [],
    claims: [],
    conflicts: [],
    conflicts_complete: true,
    repairs: [],
    repairs_complete: true,
    bounds: [],
    bounds_without: [],
  });
});

Deno.test("what the others imply, and how much a claim narrows it", async () => {
  using result = await reconcile([
    total("year", "120", "2024-01", "2024-12"),
    total("first", "50", "2024-01", "2024-06", { hedge: "about" }),
    total("second", "65", "2024-07", "2024-12", { hedge: "about" }),
  ]);
  // 120 less 64 to 66.
  const { impliedLow, impliedHigh, certain, narrows } = result.implied("first");
  assert.deepEqual([impliedLow, impliedHigh, certain], [54, 56, true]);
  // It allows 40 to 60 itself, and so adds nothing.
  assert.equal(narrows, 0);
  const year = result.implied("year");
  assert.deepEqual([year.impliedLow, year.impliedHigh], [104, 126]);
  assert.equal(year.narrows, 1);
});

Deno.test("blame is a claim's share of the repairs of its own component", async () => {
  using result = await reconcile([
    total("a", "10", "2024-01", "2024-01"),
    total("b", "20", "2024-01", "2024-01"),
    total("c", "20", "2024-01", "2024-01", { hedge: "at_least" }),
    total("d", "7", "2024-05", "2024-05"),
    total("e", "8", "2024-05", "2024-05"),
    total("f", "8", "2024-09", "2024-09"),
  ]);
  assert.deepEqual(
    result.repairs.map(({ drop }) => drop.join(" ")),
    ["a d", "a e", "b c d", "b c e"],
  );
  assert.deepEqual(
    result.blame.map(({ claim, share }) => `${claim} ${share}`),
    ["a 0.5", "b 0.5", "c 0.5", "d 0.5", "e 0.5", "f 0"],
  );
  assert.deepEqual(result.cheapestRepair, {
    drop: ["a", "d"],
    weight: 2,
    certain: true,
  });
});

Deno.test("weights are exact: three tenths are not more than a sum of three", async () => {
  using result = await reconcile([
    total("a", "10", "2024-01", "2024-01", { weight: "0.3" }),
    total("b1", "20", "2024-01", "2024-01", { weight: "0.1" }),
    total("b2", "20", "2024-01", "2024-01", { weight: "0.1" }),
    total("b3", "20", "2024-01", "2024-01", { weight: "0.1" }),
  ]);
  // Equal weight: the fewer claims.
  assert.deepEqual(result.cheapestRepair.drop, ["a"]);
  assert.equal(result.cheapestRepair.weight, 0.3);
});

Deno.test("where one part must give everything, no other part asks for more", async () => {
  // 0 stays 0 by whatever share it gives, so 5 must give all of itself; 30 as
  // 2 times 10 agree once 30 (1 - t) is at most 20 (1 + t)^2.
  using result = await reconcile([
    total("none", "0", "2024-01", "2024-01"),
    total("five", "5", "2024-01", "2024-01"),
    total("left", "30", "2024-01", "2024-01", { measure: "left" }),
    total("ill", "10", "2024-01", "2024-01", { measure: "ill" }),
    total("twice", "2", "2024-01", "2024-01", {
      kind: "ratio",
      measure: "left",
      of_measure: "ill",
    }),
  ]);
  assert.equal(result.slack, 1);
  assert.equal(result.certain.slack, true);
  assert.deepEqual(result.cheapestRepair.drop, ["five", "ill"]);
});

Deno.test("slack is exact where no ratio takes part", async () => {
  using result = await reconcile([
    total("a", "100", "2024-01", "2024-01"),
    total("b", "110", "2024-01", "2024-01"),
  ]);
  // 110 (1 − t) = 100 (1 + t).
  assert.equal(result.slack, 1 / 21);
});

Deno.test("a stale total: the month ends that the others would allow", async () => {
  using result = await reconcile([
    total("a", "100", "2024-01", "2024-06"),
    total("b", "60", "2024-01", "2024-03"),
    total("c", "160", "2024-01", "2024-09"),
    total("old", "100", "2024-01", "2024-09", {
      hedge: "about",
      rounding: "5",
    }),
  ]);
  // Others: 60 at the end of March, 100 at the end of June, 160 of September.
  assert.deepEqual(result.staleness("old"), [
    "2024-04-30",
    "2024-05-31",
    "2024-06-30",
    "2024-07-31",
    "2024-08-31",
  ]);
  using rate = await reconcile([
    total("r", "5", "2024-01", "2024-01", { kind: "rate" }),
  ]);
  assert.throws(() => rate.staleness("r"), /'r' is a rate/);
});

Deno.test("the width at which a conflict dissolves", async () => {
  const claims = [
    total("a", "100", "2024-01", "2024-01", { hedge: "about", rounding: "1" }),
    total("b", "110", "2024-01", "2024-01", { hedge: "about", rounding: "1" }),
    total("c", "300", "2024-02", "2024-02"),
    total("d", "310", "2024-02", "2024-02"),
    total("e", "1000", "2024-04", "2024-04"),
    total("f", "1000", "2024-05", "2024-05"),
    total("g", "2", "2024-04", "2024-04", {
      kind: "ratio",
      of_measure: "cases",
      of_start: "2024-05",
      of_end: "2024-05",
      hedge: "about",
      rounding: "0.1",
    }),
  ];
  using result = await reconcile(claims);
  assert.deepEqual(await result.dissolves(), [
    { claims: ["a", "b"], width: 5, exact: true },
    { claims: ["c", "d"], width: null, exact: true },
    { claims: ["e", "f", "g"], width: 10, exact: false },
  ]);
});

Deno.test("coverage: extremes of an estimate over the official count", async () => {
  const tables = [
    total("register", "1000", "2024-01", "2024-06", {
      status: "official",
      measure: "table",
    }),
    total("speech", "2000", "2024-01", "2024-06", {
      measure: "people",
      hedge: "about",
      rounding: "100",
    }),
    total("other", "9000", "2024-01", "2024-06", { measure: "table" }),
  ];
  using result = await reconcile(tables);
  const { low, high } = await result.coverage("speech", "table");
  assert.deepEqual([low, high], [1.9, 2.1]);
  const part = await result.coverage("speech", "table", "2024-01", "2024-03");
  // Of a part of the time either may be nothing at all.
  assert.deepEqual([part.low, part.high], [0, null]);
});

Deno.test("a result can be asked on after it was disposed of", async () => {
  const result = await reconcile([
    total("a", "10", "2024-01", "2024-01"),
    total("b", "2", "2024-01", "2024-01", { kind: "ratio", of_measure: "x" }),
  ]);
  const before = JSON.stringify(result);
  result[Symbol.dispose]();
  assert.equal(JSON.stringify(result), before);
  result[Symbol.dispose]();
});

Deno.test("a measure that another leaves nothing of is nothing everywhere", async () => {
  using result = await reconcile({
    claims: [total("a", "10", "2024-01", "2024-01", { measure: "x1" })],
    measures: [
      { measure: "x" },
      { measure: "x1", part_of: "x", split: "full" },
      { measure: "x2", part_of: "x", split: "full" },
    ],
  }, { same: [["x1", "x"]] });
  assert.equal(result.bounds("x2", "2030-01", "2030-01").high, 0);
});

Deno.test("what takes a search is worked out once, and nobody changes it", async () => {
  const year = { measure: "m", start: "2024-01", end: "2024-12" } as const;
  const claims = ["70", "90"].map((stated) => ({
    ...year,
    claim_id: stated,
    kind: "total" as const,
    stated,
    hedge: "exact",
  }));
  for (const ask of [reconcile, reconcileShown]) {
    using result = await ask({ claims });
    for (
      const part of [
        "conflicts",
        "repairs",
        "cheapestRepair",
        "alternatives",
        "blame",
        "claims",
        "told",
        "certain",
      ] as const
    ) {
      assert.equal(result[part], result[part], part);
      assert.ok(Object.isFrozen(result[part]), part);
    }
    const drop = result.repairs[0]!.drop as string[];
    assert.throws(() => drop.push("90"), TypeError);
    assert.deepEqual(result.toJSON().repairs[0]!.drop, ["70"]);
  }
});
