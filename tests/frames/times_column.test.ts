import assert from "node:assert/strict";
import { timesColumn } from "../../lib/frames/times_column.ts";

Deno.test("times are numbers, or digits where a number would round them", () => {
  assert.deepEqual(timesColumn([3, 1]).toArray(), [3, 1]);
  const long = timesColumn([3, "9007199254740993"]);
  assert.deepEqual(long.toArray(), ["3", "9007199254740993"]);
});
