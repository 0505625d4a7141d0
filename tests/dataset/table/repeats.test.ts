import { Repeats } from "../../../lib/dataset/table/repeats.ts";
import assert from "node:assert/strict";

Deno.test("texts that come again are found, with their first coming", () => {
  const repeats = new Repeats();
  const texts: string[] = [];
  const first = new Map<string, number>();
  const expected: [number, number][] = [];
  for (let i = 0; i < 300_000; i++) {
    // Some come again soon, some late, some often; some are empty or long.
    const text = i % 100 === 7
      ? `id-${i >> 3}`
      : i % 5000 === 0
      ? "x".repeat(i % 30_000)
      : `id-${i}`;
    texts.push(text);
    repeats.add(text);
    const before = first.get(text);
    if (before === undefined) first.set(text, i);
    else expected.push([i, before]);
  }
  assert.ok(expected.length > 1000);
  assert.deepEqual(repeats.find((number) => texts[number]!), expected);
});

Deno.test("texts of one hash are told apart", () => {
  // So many texts that thousands of pairs share their bits.
  const repeats = new Repeats();
  for (let i = 0; i < 2_000_000; i++) repeats.add(`${i}`);
  assert.deepEqual(repeats.find(String), []);
});

Deno.test("nothing comes again in nothing", () => {
  assert.deepEqual(new Repeats().find(String), []);
});
