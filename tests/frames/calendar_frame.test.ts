import pl from "nodejs-polars";
import { calendarFrame } from "../../lib/frames/calendar_frame.ts";
import type { Claim } from "../../lib/quantity/claim.ts";
import assert from "node:assert/strict";

let ids = 0;

function total(
  stated: string,
  start: string,
  end: string,
  more: Partial<Claim> = {},
): Claim {
  return {
    claim_id: `c${ids++}`,
    kind: "total",
    measure: "cases",
    hedge: "exact",
    stated,
    start,
    end,
    ...more,
  };
}

Deno.test("calendarFrame() keeps months and years apart, and gaps empty", () => {
  const claims = [
    total("7", "2024-01", "2024-01"),
    total("80", "2024-01", "2024-12"),
    total("90", "2023-07", "2024-06"),
    total("9", "2024-03", "2024-03", { measure: "other" }),
    total("3", "2024-02-01", "2024-02-28"),
    total("5", "2024-02-01", "2024-02-29", { measure: "other" }),
  ];
  const months = calendarFrame(claims, {
    measures: ["cases", "other"],
    by: "month",
  });
  assert.deepEqual(months.getColumn("start").cast(pl.Utf8).toArray(), [
    "2024-01-01",
    "2024-02-01",
    "2024-03-01",
  ]);
  assert.deepEqual(months.getColumn("cases").toArray(), [7, null, null]);
  assert.deepEqual(months.getColumn("other").toArray(), [null, 5, 9]);
  const years = calendarFrame(claims, { measures: ["cases"], by: "year" });
  assert.deepEqual(years.getColumn("cases").toArray(), [80]);
  assert.ok(years.schema["cases"]?.equals(pl.Int64));
});

Deno.test("calendarFrame() lets the better documented number speak", () => {
  const speaks = (...claims: Claim[]) =>
    calendarFrame(claims, { measures: ["cases"], by: "month" })
      .getColumn("cases").toArray()[0];
  const month = ["2024-01", "2024-01"] as const;
  const contested = total("1", ...month, { status: "contested" });
  const rounded = total("2", ...month, { hedge: "about", status: "official" });
  const exact = total("3", ...month, { status: "attributed" });
  const official = total("4", ...month, { status: "official" });
  assert.equal(speaks(contested, rounded), 2);
  assert.equal(speaks(rounded, exact), 3);
  assert.equal(speaks(official, exact), 4);
  assert.equal(speaks(exact, official), 4);
  assert.equal(
    speaks(exact, total("5", ...month, { status: "attributed" })),
    3,
  );
});

Deno.test("calendarFrame() names the claim behind each count, if asked to", () => {
  const claims = [
    total("7", "2024-01", "2024-01", { claim_id: "rounded", hedge: "about" }),
    total("8", "2024-01", "2024-01", { claim_id: "exact" }),
    total("9", "2024-02", "2024-02", { claim_id: "other", measure: "other" }),
  ];
  const frame = calendarFrame(claims, {
    measures: ["cases", "other"],
    by: "month",
    claims: true,
  });
  assert.deepEqual(
    frame.columns,
    ["start", "end", "cases", "cases_claim", "other", "other_claim"],
  );
  assert.deepEqual(frame.getColumn("cases_claim").toArray(), ["exact", null]);
  assert.deepEqual(frame.getColumn("other_claim").toArray(), [null, "other"]);
});
