import { speaksBefore } from "../../lib/analysis/speaks_before.ts";
import type { Claim } from "../../lib/quantity/claim.ts";
import assert from "node:assert/strict";

const claim = (more: Partial<Claim>): Claim => ({
  claim_id: "a",
  kind: "total",
  measure: "visits",
  stated: "19922",
  ...more,
});

Deno.test("what is not contested speaks first, then the exact, then the official", () => {
  const order = [
    claim({ status: "official" }),
    claim({ status: "attributed" }),
    claim({ stated: "20000", status: "official" }),
    claim({ hedge: "about" }),
    claim({ hedge: "exact", status: "contested" }),
    claim({ stated: "20000", status: "contested" }),
  ];
  order.forEach((one, i) =>
    order.forEach((other, j) => {
      assert.equal(speaksBefore(one, other), i < j, `${i} and ${j}`);
    })
  );
});

Deno.test("a bare number is exact where it is given to the unit", () => {
  const exact = [
    claim({ stated: "20000", hedge: "exact" }),
    claim({ hedge: "bare" }),
    claim({ stated: "20000", rounding: "1" }),
  ];
  const rounded = [
    claim({ stated: "20000" }),
    claim({ rounding: "10" }),
    claim({ stated_high: "19933" }),
    claim({ stated: null }),
  ];
  for (const one of exact) {
    for (const other of rounded) {
      assert.ok(speaksBefore(one, other));
      assert.ok(!speaksBefore(other, one));
    }
  }
});
