import pl from "nodejs-polars";
import { tableFrame } from "../../lib/frames/frames.ts";
import { intervalFrame } from "../../lib/frames/interval_frame.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import type { TableName } from "../../lib/dataset/rows.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

Deno.test("every table becomes a frame with its rows and all its columns", () => {
  for (
    const name of [
      "claims",
      "readings",
      "sources",
      "measures",
      "relations",
      "hedges",
    ] as TableName[]
  ) {
    const frame = tableFrame(data, name);
    assert.equal(frame.height, data[name].length, name);
    for (const column of Object.keys(data[name][0] ?? {})) {
      assert.ok(frame.columns.includes(column), `${name}.${column}`);
    }
  }
});

Deno.test("dates are dates and say the days of the table", () => {
  const frame = tableFrame(data, "claims");
  assert.ok(frame.schema["start"]?.equals(pl.Date));
  assert.ok(frame.schema["end"]?.equals(pl.Date));
  const [start, end] = ["start", "end"].map((name) =>
    frame.getColumn(name).cast(pl.Utf8).toArray()
  );
  data.claims.forEach((claim, i) => {
    assert.equal(
      start![i]?.slice(0, claim.start?.length),
      claim.start ?? undefined,
    );
    assert.equal(end![i]?.slice(0, claim.end?.length), claim.end ?? undefined);
  });
});

Deno.test("counts are integers, and what is missing stays missing", () => {
  const frame = tableFrame(data, "claims");
  assert.ok(frame.schema["count"]?.equals(pl.Int64));
  const counts = frame.getColumn("count").toArray();
  data.claims.forEach((claim, i) => {
    const whole = claim.stated !== null && /^\d+$/.test(claim.stated) &&
      claim.kind !== "ratio" && claim.kind !== "share";
    assert.equal(counts[i], whole ? Number(claim.stated) : null);
  });
});

Deno.test("the interval frame has a row a claim and moves with the width", () => {
  const cell = (width: number, id: string, column: string) => {
    const frame = intervalFrame(data, { width });
    const row = data.claims.findIndex((claim) => claim.claim_id === id);
    return frame.getColumn(column).toArray()[row];
  };
  assert.equal(cell(1, "wtat-180000-since-january", "low"), 170_000);
  assert.equal(cell(0.5, "wtat-180000-since-january", "low"), 175_000);
  assert.equal(cell(0, "wtat-180000-since-january", "high"), 180_000);
  assert.equal(cell(1, "izvestia-at-least-twice", "high"), null);
  assert.equal(cell(1, "kyivpost-150-tanks", "low"), null);
  assert.equal(cell(1, "wtat-180000-since-january", "months"), 10);
  assert.equal(cell(1, "izvestia-231k-body", "months"), null);
});

Deno.test("intervalFrame() refuses a width that is not plain digits", () => {
  assert.throws(() => intervalFrame(data, { width: "-1" }), /width/);
  assert.throws(() => intervalFrame(data, { width: NaN }), /width/);
});
