import * as kit from "../../lib/chart/kit/kit.ts";
import { firstDay, formatDay } from "../../lib/quantity/date.ts";
import assert from "node:assert/strict";

Deno.test("text is measured: rather too wide than too narrow, and the same anywhere", () => {
  assert.ok(kit.textWidth("MMMM", 12) > 2 * kit.textWidth("illi", 12));
  assert.equal(kit.textWidth("漢字", 12), 24);
  assert.deepEqual(kit.wrap("one two three", 60, 12), ["one two", "three"]);
  assert.equal(kit.shorten("one two three", 64, 12), "one two…");
  assert.deepEqual(kit.lines("one two three four", 60, 12, 2), [
    ...["one two", "three f…"],
  ]);
});

Deno.test("numbers of an axis are round, and few", () => {
  assert.deepEqual(kit.roundNumbers([0, 21_650], 3), [0, 10_000, 20_000]);
  assert.deepEqual(kit.roundNumbers([-1.15, 2.3], 4), [-1, 0, 1, 2]);
  assert.deepEqual(kit.roundNumbers([0, 0.3], 3), [0, 0.1, 0.2, 0.3]);
});

Deno.test("an axis of years begins with one, and names days where there are few", () => {
  const start = kit.axisStart(firstDay("2022-02-24"), firstDay("2025-11-28"));
  assert.equal(formatDay(start), "2022-01-01");
  const span = [firstDay("2024-04-29"), firstDay("2024-05-03")] as const;
  const labels = kit.timeTicks(span, 400, 13).map(({ label }) => label);
  assert.deepEqual(labels, ["29 Apr 2024", "30", "1 May", "2"]);
});

Deno.test("what is exact does not vanish, what is open reaches the end", () => {
  const span = { x: (value: number) => value, begin: -5, end: 100 };
  const bar = (low: number | null, high: number | null) => {
    const at = { low, high, status: null, top: 0, bottom: 9 };
    const { left, right } = kit.barOf(at, span);
    return [left, right];
  };
  assert.deepEqual(bar(10, 10), [8.5, 11.5]);
  assert.deepEqual(bar(10, 40), [10, 40]);
  assert.deepEqual(bar(10, null), [10, 100]);
  assert.deepEqual(bar(null, 10), [-5, 10]);
});

Deno.test("labels keep clear of marks, of one another and of what is in the way", () => {
  const area = { left: 0, right: 200, top: 0, bottom: 100 };
  const mark = { left: 50, right: 60, top: 50, bottom: 55, text: "a mark" };
  const [placed] = kit.placeLabels([mark], {
    ...{ area, obstacles: [], fontSize: 12 },
  });
  assert.deepEqual([placed?.y, placed?.leader], [39, null]);
  const walls = [{ left: 0, right: 200, top: 0, bottom: 49 }];
  const [below] = kit.placeLabels([mark], {
    ...{ area, obstacles: walls, fontSize: 12 },
  });
  assert.ok(below!.y > 55);
  const far = { area, obstacles: walls, fontSize: 12, above: true };
  assert.deepEqual(kit.placeLabels([mark], far), []);
});

Deno.test("groups take turns, so that none goes short for another", () => {
  const groups = new Map([["a", [1, 2, 3, 4]], ["b", [5]], ["c", [6, 7]]]);
  assert.deepEqual([...kit.takeTurns(groups, 5).values()], [
    ...[[1, 2], [5], [6, 7]],
  ]);
  assert.deepEqual([...kit.takeTurns(groups, 99).values()], [
    ...groups.values(),
  ]);
});
