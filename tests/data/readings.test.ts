import { loadDataset } from "../../lib/dataset/load.ts";
import { overlay } from "../../lib/quantity/overlay.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

type Cells = Partial<ReturnType<typeof overlay>>;

function own(id: string): Cells {
  const claim = data.claims.find((row) => row.claim_id === id);
  assert.ok(claim, id);
  return claim;
}

function holds(cells: Cells, expected: Cells, what: string): void {
  for (const [column, value] of Object.entries(expected)) {
    assert.equal(
      cells[column as keyof Cells] ?? null,
      value,
      `${what} ${column}`,
    );
  }
}

/** Whether some other reading of the claim changes just these columns so. */
function also(id: string, changed: Cells): void {
  const claim = data.claims.find((row) => row.claim_id === id)!;
  const found = data.readings.some((row) =>
    row.claim_id === id &&
    Object.entries(changed).every(([column, value]) =>
      overlay(claim, row)[column as keyof Cells] === value
    ) && row.grounds
  );
  assert.ok(found, `${id} has no reading ${JSON.stringify(changed)}`);
}

// The default readings were agreed before anything was computed; these tests
// keep them from drifting towards a result.
Deno.test("TASS: 4,690 is of desertion, or of absence without leave", () => {
  holds(own("tass-4690-cases"), {
    kind: "total",
    measure: "proceedings-408",
    stated: "4690",
    hedge: "exact",
    start: "2024-01",
    end: "2024-02",
  }, "tass");
  also("tass-4690-cases", { measure: "proceedings-407" });
});

Deno.test("Izvestia: 231 thousand, 107 thousand, twice, 500 thousand", () => {
  for (const id of ["izvestia-231k-lead", "izvestia-231k-body"]) {
    holds(own(id), {
      kind: "total",
      measure: "proceedings",
      stated: "231000",
      hedge: "nearly",
      start: "2022-02-24",
      end: "2025-06",
    }, id);
    also(id, { measure: "proceedings-407" });
    also(id, { end: "2025-07" });
  }
  holds(own("izvestia-107k-h1"), {
    measure: "proceedings",
    stated: "107000",
    hedge: "over",
    start: "2025-01",
    end: "2025-06",
  }, "107k");
  holds(own("izvestia-at-least-twice"), {
    kind: "ratio",
    stated: "2",
    hedge: "at_least",
    measure: "persons-left",
    of_measure: "proceedings",
    start: "2022-02-24",
    end: "2025-06",
  }, "twice");
  also("izvestia-at-least-twice", {
    measure: "proceedings",
    of_measure: "proceedings",
  });
  holds(own("izvestia-500k"), {
    measure: "persons-left",
    stated: "500000",
    hedge: "over",
    start: "2022-02-24",
    end: "2025-07",
  }, "500k");
});

Deno.test("View US: 60,000 with and without its hedge; nearly doubles", () => {
  for (
    const [id, hedge] of [["viewus-60000-headline", null], [
      "viewus-60000-text",
      "about",
    ]] as const
  ) {
    holds(own(id), {
      measure: "persons-charged",
      stated: "60000",
      hedge,
      start: "2024-01",
      end: "2024-10",
    }, id);
    also(id, { measure: "proceedings" });
    also(id, { measure: "proceedings-408" });
  }
  holds(own("viewus-nearly-doubles"), {
    kind: "ratio",
    stated: "2",
    hedge: "nearly",
    measure: "proceedings",
    start: "2024-01",
    end: "2024-10",
    of_measure: "proceedings",
    of_start: "2022-01",
    of_end: "2023-12",
  }, "doubles");
  also("viewus-nearly-doubles", { of_start: "2022-02-24", of_end: "2023-12" });
});

Deno.test("WTAT: the range of those who left, October, the year, the months, the cases", () => {
  holds(own("wtat-100k-200k-self-leave"), {
    measure: "persons-left",
    stated: "100000",
    stated_high: "200000",
    start: "2022-02-24",
    end: "2025-11-28",
  }, "range");
  also("wtat-100k-200k-self-leave", { start: "2025-01" });
  also("wtat-100k-200k-self-leave", { kind: "none" });
  holds(own("wtat-21600-october"), {
    measure: "proceedings",
    stated: "21600",
    start: "2025-10",
    end: "2025-10",
  }, "october");
  also("wtat-21600-october", { measure: "persons-left" });
  holds(own("wtat-180000-since-january"), {
    measure: "proceedings",
    hedge: "about",
    start: "2025-01",
    end: "2025-10",
  }, "year");
  also("wtat-180000-since-january", { measure: "persons-left" });
  also("wtat-180000-since-january", { end: "2025-11-09" });
  holds(own("wtat-15k-18k-monthly"), {
    kind: "rate",
    measure: "proceedings",
    stated: "15000",
    stated_high: "18000",
    hedge: "about",
    spread: "mean",
    start: "2025-01",
    end: "2025-10",
  }, "monthly");
  also("wtat-15k-18k-monthly", { spread: "each" });
  also("wtat-15k-18k-monthly", { start: "2025-07", end: "2025-10" });
  also("wtat-15k-18k-monthly", { measure: "persons-left" });
  holds(own("wtat-230000-cases"), {
    measure: "proceedings-407",
    hedge: "over",
    start: "2022-02-24",
    end: "2025-11-07",
  }, "cases");
  also("wtat-230000-cases", { measure: "proceedings" });
  also("wtat-230000-cases", { end: "2025-09" });
  also("wtat-230000-cases", { end: "2025-06" });
});

Deno.test("Kyiv Post: 60,000 each time, both articles, two years, Poland, returns", () => {
  for (const id of ["kyivpost-60000-cases", "kyivpost-60000-contested"]) {
    holds(own(id), {
      measure: "proceedings",
      stated: "60000",
      hedge: null,
      start: "2024-01",
      end: "2024-10",
    }, id);
    also(id, { measure: "proceedings-408" });
  }
  for (
    const [id, measure] of [
      ["kyivpost-19922-desertion", "proceedings-408"],
      ["kyivpost-41950-awol", "proceedings-407"],
    ] as const
  ) {
    holds(own(id), {
      measure,
      hedge: "exact",
      start: "2024-01",
      end: "2024-10",
    }, id);
  }
  also("kyivpost-41950-awol", { end: "2024-12" });
  holds(own("kyivpost-more-than-combined"), {
    kind: "ratio",
    stated: "1",
    hedge: "over",
    of_start: "2022-01",
    of_end: "2023-12",
  }, "combined");
  also("kyivpost-more-than-combined", { of_start: "2022-02-24" });
  holds(own("kyivpost-12-monthly-poland"), {
    kind: "rate",
    measure: "persons-left-training",
    hedge: "about",
    start: "2024-01",
    end: "2024-11",
  }, "poland");
  holds(own("kyivpost-20pct-rejoined"), {
    kind: "share",
    stated: "0.2",
    hedge: "about",
    measure: "persons-returned",
    of_measure: "persons-left",
    start: "2022-02-24",
    end: "2024-11",
  }, "returned");
  also("kyivpost-20pct-rejoined", { of_measure: "proceedings" });
});
