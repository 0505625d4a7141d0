import { tellProblems } from "../../lib/dataset/tell_problems.ts";
import type { Problem } from "../../lib/dataset/problem.ts";
import assert from "node:assert/strict";

function problem(line: number, message: string, field = "stated"): Problem {
  return { file: "claims.csv", line, column: 4, field, message };
}

const hedged = (line: number, number = line) =>
  problem(line, `'>${number}' is no number; write ${number} with hedge over`);

Deno.test("what is alike but for its numbers is told once, with its lines", () => {
  const lines = [2, 3, 4, 8, 10, 11];
  assert.equal(
    tellProblems([
      problem(2, "is empty", "claim_id"),
      ...lines.map((line) => hedged(line)),
      problem(12, "'k' is no number"),
    ]),
    [
      "claims.csv:2:4 stated: '>2' is no number; write 2 with hedge over",
      "  6 rows: lines 2 to 4, 8, 10 and 11, each with its own numbers",
      "claims.csv:2:4 claim_id: is empty",
      "claims.csv:12:4 stated: 'k' is no number",
    ].join("\n"),
  );
  assert.match(
    tellProblems(lines.map((line) => hedged(line, 5))),
    /\n {2}6 rows: lines 2 to 4, 8, 10 and 11$/,
  );
});

Deno.test("other words, fields and files are other kinds", () => {
  const unlike = [
    problem(2, "'a' is not a kind"),
    problem(3, "'b' is not a kind"),
    problem(4, "'c' is not a kind"),
    problem(5, "is empty"),
    problem(6, "is empty", "start"),
    { ...problem(7, "is empty"), file: "sources.csv" },
  ];
  assert.equal(tellProblems(unlike).split("\n").length, 6);
  assert.equal(tellProblems([hedged(2), hedged(3)]).split("\n").length, 2);
});

Deno.test("the first fifty are shown, and how many more problems there are", () => {
  const words = (n: number) => String.fromCharCode(97 + n % 26, 97 + n / 26);
  const single = Array.from(
    { length: 60 },
    (_, i) => problem(i + 2, `'${words(i)}' is not a kind`),
  );
  const told = tellProblems(single).split("\n");
  assert.equal(told.length, 51);
  assert.equal(told.at(-1), "… and 10 more");
  const both = tellProblems([
    ...single,
    ...[100, 101, 102].map((line) => hedged(line)),
  ]).split("\n");
  // The kind takes the place of one of the fifty.
  assert.equal(both.length, 52);
  assert.equal(both.at(-1), "… and 11 more");
  const kinds = Array.from(
    { length: 52 },
    (_, i) =>
      [0, 1, 2].map((k) => problem(3 * i + k, `'${words(i)}' is not a kind`)),
  );
  assert.match(tellProblems(kinds.flat()), /… and 6 more$/);
});

Deno.test("lines that are strewn are counted after a dozen", () => {
  const lines = Array.from({ length: 30 }, (_, i) => 2 * i + 2);
  assert.match(
    tellProblems(lines.map((line) => hedged(line))),
    /30 rows: lines 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, and 18 more,/,
  );
});
