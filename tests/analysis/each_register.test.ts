import { eachAgainst } from "../../lib/analysis/each_against.ts";
import { eachRegister } from "../../lib/analysis/each_register.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const claims = claimIntervals(
  data.only({ claims: ["wtat-21600-october", "wtat-230000-cases"] }),
);

Deno.test("each register is asked once, with the measures of its own place alone", async () => {
  const asked: unknown[] = [];
  const found = await eachRegister({
    "proceedings": ["table", "bureau"],
    "proceedings-407": ["table-407"],
  }, (same) => {
    asked.push(same);
    return Promise.resolve(claims.map((row) => ({ row })));
  });
  assert.deepEqual(asked, [
    [["proceedings", "table"], ["proceedings-407", "table-407"]],
    [["proceedings", "bureau"]],
  ]);
  assert.deepEqual(
    found.map(({ row, register }) => [row.claim.measure, register]).toSorted(),
    // A measure that a register does not count is taken to be itself.
    [
      ["proceedings", "bureau"],
      ["proceedings", "table"],
      ["proceedings-407", "proceedings-407"],
      ["proceedings-407", "table-407"],
    ],
  );
});

Deno.test("figures of another register bear on none of the answers", async () => {
  const official = data.only({
    collections: ["record"],
    statuses: ["official"],
  });
  const registers = {
    "proceedings": ["bureau"],
    "proceedings-407": ["bureau-407"],
    "proceedings-408": ["bureau-408"],
  };
  const all = await eachRegister(
    registers,
    (same) => eachAgainst(data, claims, official.claims, { same }),
  );
  const own = await eachRegister(registers, (same) => {
    const measures = same.map(([, measure]) => measure);
    const figures = official.claims.filter((row) =>
      measures.includes(row.measure)
    );
    return eachAgainst(data, claims, figures, { same });
  });
  const plain = (rows: typeof all) => rows.map(({ row: _, ...rest }) => rest);
  assert.deepEqual(plain(all), plain(own));
});

Deno.test("no register, no answer; what is no list of ids is refused", async () => {
  const ask = () => Promise.reject(new Error("asked"));
  assert.deepEqual(await eachRegister({}, ask), []);
  await assert.rejects(
    () => eachRegister({ proceedings: "table" as unknown as string[] }, ask),
    /registers/,
  );
});
