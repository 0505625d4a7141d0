import type { Input } from "./input.ts";
import { checkProof, type ConflictJson } from "./proof.ts";
import assert from "node:assert/strict";

const period = { start: "2024-01-01", end: "2024-03-31" };
const cells = { start: "2024-01", end: "2024-03", hedge: "exact" };
const input: Input = {
  claims: [
    { claim_id: "all", kind: "total", measure: "w", stated: "90", ...cells },
    { claim_id: "x", kind: "total", measure: "x", stated: "60", ...cells },
    { claim_id: "rate", kind: "rate", measure: "y", stated: "11", ...cells },
    {
      claim_id: "p",
      kind: "total",
      measure: "p",
      stated: "95",
      ...cells,
      end: "2024-02",
    },
    {
      claim_id: "twice",
      kind: "ratio",
      measure: "x",
      of_measure: "w",
      stated: "0.75",
      ...cells,
    },
  ],
  measures: [
    { measure: "w" },
    { measure: "x", part_of: "w", split: "full" },
    { measure: "y", part_of: "w", split: "full" },
    { measure: "p", part_of: "w" },
  ],
};
const parts: ConflictJson = {
  claims: ["all", "rate", "x"],
  text: "60 and 33 is 93, more than 90",
  proof: [
    { claim: "x", side: "low", ...period, times: 1, value: 60 },
    { claim: "rate", side: "low", ...period, times: 1, value: 33 },
    { claim: "all", side: "high", ...period, times: 1, value: 90 },
  ],
  background: [{ fact: "full", measure: "w", ...period, times: 1 }],
};
const part: ConflictJson = {
  claims: ["all", "p"],
  text: "95 is more than 90",
  proof: [
    {
      claim: "p",
      side: "low",
      ...period,
      end: "2024-02-29",
      times: 1,
      value: 95,
    },
    { claim: "all", side: "high", ...period, times: 1, value: 90 },
  ],
  background: [
    {
      fact: "part",
      measure: "p",
      ...period,
      end: "2024-02-29",
      times: 1,
    },
    {
      fact: "flow",
      measure: "w",
      start: "2024-03-01",
      end: "2024-03-31",
      times: 1,
    },
  ],
};
const factor: ConflictJson = {
  claims: ["all", "twice", "x"],
  text: "0.75 times 90 is 67.5, more than 60",
  proof: [
    { claim: "twice", side: "low", ...period, times: 4, value: 0.75 },
    { claim: "all", side: "low", ...period, times: 3, value: 90 },
    { claim: "x", side: "high", ...period, times: 4, value: 60 },
  ],
  background: [],
};

Deno.test("a proof that adds up passes", () => {
  assert.deepEqual(checkProof(input, parts), []);
  assert.deepEqual(checkProof(input, part), []);
  assert.deepEqual(checkProof(input, factor), []);
});

Deno.test("a proof that does not add up is caught", () => {
  for (const proof of [parts, part, factor]) {
    proof.proof.forEach((row, i) => {
      const changed = [
        { ...row, times: Number(row.times) * 2 },
        { ...row, times: -Number(row.times) },
        { ...row, value: row.value + 1 },
        { ...row, side: row.side === "low" ? "high" as const : "low" as const },
        { ...row, end: "2024-03-30" },
        { ...row, claim: "none" },
      ];
      for (const bad of changed) {
        const rows = proof.proof.with(i, bad);
        assert.notDeepEqual(checkProof(input, { ...proof, proof: rows }), []);
      }
      const rows = proof.proof.toSpliced(i, 1);
      assert.notDeepEqual(checkProof(input, { ...proof, proof: rows }), []);
    });
    proof.background.forEach((fact, i) => {
      const changed = [
        { ...fact, times: Number(fact.times) * 2 },
        { ...fact, times: -Number(fact.times) },
        { ...fact, measure: "y" },
        { ...fact, end: "2024-03-30" },
      ];
      for (const bad of changed) {
        const background = proof.background.with(i, bad);
        assert.notDeepEqual(checkProof(input, { ...proof, background }), []);
      }
    });
    const text = { ...proof, text: " " };
    assert.deepEqual(checkProof(input, text), ["No sentence"]);
    const more = { ...proof, claims: [...proof.claims, "z"] };
    assert.equal(checkProof(input, more).length, 1);
  }
});

Deno.test("multipliers are whole, the smallest, and digits beyond 2^53", () => {
  const taken = (times: (by: number | string) => number | string) =>
    checkProof(input, {
      ...parts,
      proof: parts.proof.map((row) => ({ ...row, times: times(row.times) })),
      background: parts.background.map((fact) => ({
        ...fact,
        times: times(fact.times),
      })),
    });
  assert.deepEqual(taken(Number), []);
  assert.match(taken(() => 2).join(), /2 times as often/);
  assert.match(taken(() => 0.5).join(), /not a whole number/);
  assert.match(taken(() => "1").join(), /would be a number/);
  assert.match(taken(() => 2 ** 53 * 2).join(), /not a whole number/);
  // Taken so many times the sum stands still, but fewer would do.
  const huge = "9007199254740993";
  assert.deepEqual(taken(() => huge), [`All are taken ${huge} times as often`]);
});
