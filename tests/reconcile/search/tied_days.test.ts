import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const exact = { hedge: "exact" } as const;
const input = {
  claims: [
    {
      ...exact,
      claim_id: "january",
      kind: "level",
      measure: "absent",
      stated: "10",
      start: "2024-01-31",
    },
    {
      ...exact,
      claim_id: "march",
      kind: "level",
      measure: "absent",
      stated: "25",
      start: "2024-03-31",
    },
    {
      ...exact,
      claim_id: "gone",
      kind: "total",
      measure: "left",
      stated: "40",
      start: "2024-02",
      end: "2024-03",
    },
  ],
  measures: [
    { measure: "absent", counts: "level" },
    { measure: "left" },
    { measure: "back" },
  ],
  balances: [
    { level: "absent", flow: "left", direction: "in", split: "full" },
    { level: "absent", flow: "back", direction: "out", split: "full" },
  ],
} as const;

Deno.test("what flows fill is bounded on days that no claim names", async () => {
  using result = await reconcile(input);
  const at = (measure: string, start: string, end = start) => {
    const { low, high } = result.bounds(measure, start, end);
    return [low, high];
  };
  const listed = (measure: string, per: "day" | "month", from: string) => {
    const [first] = result.boundsEach({
      per,
      from,
      to: from,
      measures: [measure],
    });
    return [first!.low, first!.high];
  };
  // All 40 may have left before, and all 10 be back first.
  for (const day of ["2024-02-01", "2024-02-10", "2024-02-29", "2024-03-30"]) {
    assert.deepEqual(at("absent", day), [0, 50], day);
    assert.deepEqual(listed("absent", "day", day), [0, 50], day);
  }
  assert.deepEqual(listed("absent", "day", "2024-01-31"), [10, 10]);
  assert.deepEqual(listed("absent", "month", "2024-03"), [25, 25]);
  // 10 and 40, less the 25 who are left, are back by the end of March.
  for (const month of ["2024-02", "2024-03"]) {
    assert.deepEqual(listed("left", "month", month), [0, 40], month);
    assert.deepEqual(listed("back", "month", month), [0, 25], month);
    assert.deepEqual(at("back", month), [0, 25], month);
  }
  assert.deepEqual(at("back", "2024-02", "2024-03"), [25, 25]);
  // Whoever came back in January had left before.
  assert.deepEqual(listed("back", "month", "2024-01"), [0, null]);
  assert.deepEqual(at("absent", "2024-01-15"), [0, null]);
  assert.deepEqual(at("absent", "2024-04-30"), [0, null]);
});

Deno.test("what was asked before does not show in a level's proof", async () => {
  using fresh = await reconcile(input);
  using asked = await reconcile(input);
  asked.boundsEach({ per: "week" });
  asked.bounds("absent", "2024-03-01", "2024-03-01");
  const day = "2024-02-10";
  assert.deepEqual(
    asked.bounds("absent", day, day),
    fresh.bounds("absent", day, day),
  );
});
