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

Deno.test("a comparison without a factor is a ratio of at least one, or the highest", () => {
  const more = { kind: "ratio", stated: "1", hedge: "at_least" } as const;
  holds(own("tass-significantly-more"), {
    ...more,
    measure: "proceedings-408",
    start: "2024-01",
    end: "2024-02",
    of_measure: "proceedings-408",
    of_start: "2023-01",
    of_end: "2023-02",
  }, "more");
  also("tass-significantly-more", {
    measure: "proceedings-407",
    of_measure: "proceedings-407",
  });
  holds(own("izvestia-much-higher"), {
    ...more,
    measure: "persons-left",
    of_measure: "proceedings",
    start: "2022-02-24",
    end: "2025-06",
  }, "higher");
  holds(own("wtat-sharp-increase"), {
    ...more,
    measure: "proceedings",
    start: "2025-10",
    end: "2025-10",
    of_measure: "proceedings",
    of_start: "2025-09",
    of_end: "2025-09",
  }, "increase");
  also("wtat-sharp-increase", {
    kind: "highest",
    of_start: "2025-07",
    of_end: "2025-10",
  });
  holds(own("wtat-record-highs"), {
    kind: "highest",
    measure: "proceedings",
    stated: null,
    start: "2025-10",
    end: "2025-10",
    of_start: "2022-03",
    of_end: "2025-10",
  }, "record");
  also("wtat-record-highs", { of_start: "2025-01", of_end: "2025-10" });
});

Deno.test("hundreds and thousands are plurals; none is nought, most a half or more", () => {
  const some = { kind: "total", hedge: "plural" } as const;
  for (const report of ["kyivpost", "viewus"]) {
    holds(own(`${report}-hundreds-123-brigade`), {
      ...some,
      measure: "persons-left-123",
      stated: "100",
      start: "2024-10",
      end: "2024-10",
    }, report);
  }
  holds(own("wtat-thousands"), {
    ...some,
    measure: "persons-left",
    stated: "1000",
    start: "2022-02-24",
    end: "2025-11-28",
  }, "thousands");
  also("wtat-thousands", { start: "2025-11" });
  holds(own("izvestia-thousands-appeals"), {
    ...some,
    measure: "appeals",
    stated: "1000",
    start: "2022-02-24",
    end: "2025-07",
  }, "appeals");
  holds(own("izvestia-none-returned"), {
    kind: "total",
    measure: "persons-returned-abroad",
    stated: "0",
    start: "2022-02-24",
    end: "2025-07",
  }, "none");
  holds(own("viewus-most-combat-troops"), {
    kind: "share",
    stated: "0.5",
    stated_high: "1",
    hedge: "exact",
    measure: "persons-left-frontline",
    of_measure: "persons-left",
    start: "2022-02-24",
    end: "2024-11",
  }, "most");
  also("viewus-most-combat-troops", { start: "2024-01", end: "2024-10" });
});

Deno.test("how many at a moment are levels, and shares of levels", () => {
  for (const report of ["kyivpost", "viewus"]) {
    const moment = { kind: "level", start: "2024-12-01", end: null } as const;
    holds(own(`${report}-350000-active`), {
      ...moment,
      measure: "force-active",
      stated: "350000",
      hedge: null,
    }, report);
    holds(own(`${report}-1-million-force`), {
      ...moment,
      measure: "force",
      stated: "1000000",
      hedge: report === "kyivpost" ? "about" : null,
    }, report);
  }
  for (const place of ["lead", "body"]) {
    holds(own(`izvestia-mobilised-share-${place}`), {
      kind: "share",
      measure: "force-mobilised",
      of_measure: "force",
      stated: "0.70",
      stated_high: "0.75",
      hedge: "over",
      start: "2025-07",
      end: "2025-07",
    }, place);
  }
  const absent = { kind: "level", measure: "persons-absent" } as const;
  also("wtat-100k-200k-self-leave", { ...absent, start: "2025-11-28" });
  holds(own("record-persons-absent-2026-01-14-kyivindependent"), {
    ...absent,
    stated: "200000",
    start: "2026-01-14",
  }, "absent");
  holds(own("record-persons-absent-2024-11-sputnik"), {
    kind: "share",
    stated: "0.2",
    hedge: "nearly",
    measure: "persons-absent",
    of_measure: "force",
    start: "2024-11-08",
    end: "2024-11-08",
  }, "a fifth");
});

Deno.test("who leaves becomes absent, and who returns is a part of those who no longer are", () => {
  assert.deepEqual(
    data.balances.map(({ level, flow, direction, split }) => [
      level,
      flow,
      direction,
      split,
    ]),
    [
      ["persons-absent", "persons-left", "in", "full"],
      ["persons-absent", "persons-returned", "out", "part"],
    ],
  );
});

Deno.test("a claim is recorded alone for a reason of the codebook's, and no other", () => {
  const context = new Set(
    data.measures.filter((row) => row.definition?.startsWith("Context: "))
      .map((row) => row.measure),
  );
  const alone = data.claims.filter(({ kind }) => kind === "none");
  for (const { claim_id, measure, stated, start, end } of alone) {
    const reasons = [
      stated === null, // no number and no comparison
      context.has(measure), // about something else
      start === null && end === null, // no period at all
    ];
    assert.ok(reasons.some(Boolean), claim_id);
  }
  const reports = data.claims.filter((row) => row.collection === "reports");
  const modelled = reports.filter(({ kind }) => kind !== "none");
  assert.deepEqual([modelled.length, reports.length], [37, 62]);
  // And the other way round: nothing is calculated with what is about
  // something else.
  for (const { claim_id, measure } of data.claims) {
    if (context.has(measure)) {
      assert.ok(alone.some((row) => row.claim_id === claim_id), claim_id);
    }
  }
});

Deno.test("a series holds a keeper's own figures, and no page's rounding of them", () => {
  const keepers = {
    "pgo-replies": /^pgo-reply-/,
    "pgo-table": /^pgo-table-/,
    "bureau-tass": /^bureau-tass-/,
    "dbr-returned": /^(dbr|sukhachov)-/,
  };
  const inSeries = data.claims.filter(({ series }) => series);
  for (const { claim_id, series, origin, as_of, hedge } of inSeries) {
    assert.match(origin!, keepers[series as keyof typeof keepers], claim_id);
    assert.ok(as_of, claim_id);
    // TASS and the bureau round their numbers themselves; the office does not.
    if (series!.startsWith("pgo-")) assert.equal(hedge, "exact", claim_id);
  }
  assert.deepEqual(
    [...new Set(inSeries.map(({ series }) => series))].toSorted(),
    Object.keys(keepers).toSorted(),
  );
});
