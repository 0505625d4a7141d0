import { found } from "./found.ts";
import assert from "node:assert/strict";

/** The warnings about these flows into one level, parts as these. */
async function told(
  flows: readonly string[],
  splits: readonly (readonly [string, string, string])[],
) {
  const names = new Set([
    "level",
    ...flows,
    ...splits.flatMap(([w, , p]) => [w, p]),
  ]);
  return await found(
    [{ measure: "level", kind: "level", end: "" }],
    {
      measures: [...names].map((measure) => ({
        measure,
        counts: measure === "level" ? "level" : "",
      })),
      splits: splits.map(([whole, dimension, part]) => ({
        whole,
        dimension,
        part,
        split: "full",
      })),
      balances: flows.map((flow) => ({
        level: "level",
        flow,
        direction: "in",
        split: "part",
      })),
    },
  );
}

Deno.test("two flows that cross count twice what is in both", async () => {
  const splits = [
    ["arrived", "sex", "women"],
    ["arrived", "age", "young"],
    ["young", "age", "infants"],
  ] as const;
  const crossed = (flow: string, other: string) =>
    `balances.csv:3:2 flow: '${flow}' and '${other}' of line 2 are parts of ` +
    "'arrived' in two dimensions, and flows of one direction are added, so " +
    "that what is in both counts twice; keep one, or parts of one dimension";
  assert.deepEqual(await told(["women", "young"], splits), [
    crossed("young", "women"),
  ]);
  assert.deepEqual(await told(["infants", "women"], splits), [
    crossed("women", "infants"),
  ]);
});

Deno.test("parts of one dimension lie side by side, and so do those below them", async () => {
  const splits = [
    ["arrived", "place", "north"],
    ["arrived", "place", "south"],
    ["north", "sex", "north women"],
    ["women", "place", "north women"],
    ["arrived", "sex", "women"],
    ["south", "age", "south young"],
  ] as const;
  assert.deepEqual(await told(["north", "south"], splits), []);
  assert.deepEqual(await told(["north women", "south"], splits), []);
  assert.deepEqual(await told(["north women", "south young"], splits), []);
  assert.deepEqual(await told(["arrived", "other"], splits), []);
});
