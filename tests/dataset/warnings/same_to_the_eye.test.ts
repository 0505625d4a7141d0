import assert from "node:assert/strict";
import { found } from "./found.ts";

const COMPOSED = "caf\u00e9";
const DECOMPOSED = "cafe\u0301";

Deno.test("ids that only Unicode tells apart are said, once for each", async () => {
  const lines = await found([
    { claim_id: COMPOSED, stated: "1" },
    { claim_id: DECOMPOSED, stated: "2" },
    { claim_id: `${COMPOSED}\u200b`, stated: "3" },
    { claim_id: "cafe", stated: "4" },
  ]);
  assert.deepEqual(lines, [
    "claims.csv:3:1 claim_id: 'cafe\\u{301}' looks like 'caf\\u{e9}' (line 2) and " +
    "is another id: write both the same way, or call one otherwise",
    "claims.csv:4:1 claim_id: 'caf\\u{e9}\\u{200b}' looks like 'caf\\u{e9}' (line 2) " +
    "and is another id: write both the same way, or call one otherwise",
  ]);
});

Deno.test("in every table of ids, and in claims where there is none", async () => {
  const fields = (lines: readonly string[]) =>
    lines.filter((line) => line.includes("looks like"))
      .map((line) => line.split(" ", 2).join(" "));
  assert.deepEqual(
    fields(
      await found([
        { measure: "cases", source_id: "x", stated: "1" },
        { measure: "ca\u00adses", source_id: "x\u2060", stated: "2" },
        { measure: "ca\u00adses", source_id: "x\u2060", stated: "3" },
        {
          kind: "ratio",
          measure: "cases",
          of_measure: "cas\ufe0fes",
          source_id: "x",
          stated: "4",
        },
      ]),
    ),
    [
      "claims.csv:3:2 measure:",
      "claims.csv:3:7 source_id:",
      "claims.csv:5:8 of_measure:",
    ],
  );
  const both = [DECOMPOSED, COMPOSED];
  assert.deepEqual(
    fields(
      await found(
        both.map((id, i) => ({
          measure: id,
          hedge: id,
          source_id: id,
          stated: `${i + 1}`,
        })),
        {
          measures: both.map((measure) => ({ measure })),
          hedges: both.map((hedge) => ({ hedge, low: "1", high: "1" })),
          sources: both.map((source_id) => ({ source_id })),
          readings: [
            { claim_id: "a", reading: COMPOSED, stated: "8" },
            { claim_id: "b", reading: DECOMPOSED, stated: "9" },
            { claim_id: "b", reading: COMPOSED, stated: "7" },
          ],
        },
      ),
    ),
    [
      "readings.csv:4:2 reading:",
      "sources.csv:3:1 source_id:",
      "measures.csv:3:1 measure:",
      "hedges.csv:3:1 hedge:",
    ],
  );
});
