import { IdIndex } from "../../lib/dataset/id_index.ts";
import assert from "node:assert/strict";

Deno.test("ids are numbered as they first come, however many", () => {
  const index = new IdIndex();
  const map = new Map<string, number>();
  for (let i = 0; i < 200_000; i++) {
    // Every third comes again, and some are empty or long.
    const id = i % 3 === 2
      ? `id-${i >> 2}`
      : i % 1000 === 0
      ? "x".repeat(i % 7000)
      : `id-${i}`;
    if (!map.has(id)) map.set(id, map.size);
    assert.equal(index.add(id), map.get(id));
  }
  assert.deepEqual([...index.keys()], [...map.keys()]);
  assert.ok([...map.keys()].every((id) => index.has(id)));
  assert.ok(!index.has("id--1") && !index.has("ID-0"));
});
