import { knownBy } from "../../lib/chart/known_by.ts";
import type { KnownByRow } from "../../lib/analysis/known_by_row.ts";
import { knownByRows } from "../../lib/analysis/known_by_rows.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { knownByDates } from "../../lib/analysis/known_by_dates.ts";
import { assertSound, EVIL, texts, tooltips } from "./sound.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const known = await knownByDates(data, [
  { measure: "proceedings", start: "2024-01", end: "2024-12" },
], { collections: ["reports"] });
const rows = knownByRows(known, data);
const counts = ["Proceedings in 2024"];

const row: KnownByRow = {
  date: "1 March 2024",
  appeared: "The Post",
  claims: 1,
  conflicts: 0,
  complete: true,
  slack: 0,
  bounds: [{ low: 0, high: null }],
  without: [],
};

Deno.test("knownByRows() names dates, publishers and claims left out", () => {
  assert.deepEqual(rows.map(({ date, appeared }) => [date, appeared]), [
    ["21 March 2024", "TASS"],
    ["December 2024", "Kyiv Post, View US Global"],
    ["6 January 2025", "Kyiv Post"],
    ["July 2025", "Izvestia"],
    ["28 November 2025", "WTAT News"],
  ]);
  assert.deepEqual(rows.at(-1)!.without, [
    "WTAT News: 100,000 to 200,000 (wtat-100k-200k-self-leave)",
    "WTAT News: thousands (wtat-thousands)",
  ]);
});

Deno.test("knownBy() is named, stands alone and repeats to the byte", () => {
  assertSound(() => knownBy(rows, counts));
});

Deno.test("knownBy() says of each date what was known, wide and narrow", () => {
  const { svg } = knownBy(rows, counts);
  for (const drawing of ["wide", "narrow"] as const) {
    const words = texts(svg, drawing);
    assert.ok(words.includes("✕ 37 claims, 30 conflicts, slack 96%"));
    assert.ok(words.includes("✓ 16 claims, all can be true"));
    // With a record in October 2025: 61,872 and twice 21,650.
    for (
      const range of [
        ...["at least 55,000", "61,872 to 124,000", "61,872 to 105,172"],
      ]
    ) {
      const said = drawing === "wide" ? range : `${range} · ${counts[0]}`;
      assert.ok(words.includes(said), said);
    }
  }
  assert.ok(
    tooltips(svg, "wide").some((title) => title.includes("wtat-100k-200k")),
  );
});

Deno.test("knownBy() has one row for dates on which nothing followed yet", () => {
  const dated = [1, 2, 3].map((day) => ({
    ...{ ...row, date: `${day} March 2024`, claims: day },
    bounds: [{ low: 0, high: day === 3 ? 60 : null }],
  }));
  const words = texts(knownBy(dated, counts).svg, "wide");
  const headings = words.filter((text) => text.includes("March 2024"));
  assert.deepEqual(headings, [
    ...["1 March 2024 to 2 March 2024 · The Post"],
    "3 March 2024 · The Post",
  ]);
  assert.ok(words.includes("✓ 2 claims, all can be true"));
  assert.ok(!words.includes("✓ 1 claim, alone"));
  // A conflict is told even where nothing follows.
  const broken = { ...dated[1]!, conflicts: 1 };
  assert.match(knownBy([dated[0]!, broken], counts).svg, /✓ 1 claim, alone/);
});

Deno.test("knownBy() draws nothing, one row, no count, and cut lists", () => {
  assertSound(() => knownBy([], []));
  assertSound(() => knownBy([], counts));
  assertSound(() => knownBy([row], []));
  assertSound(() => knownBy([row], counts));
  const cut = { ...row, conflicts: 100, complete: false };
  const { svg } = knownBy([cut], counts);
  assert.match(svg, /100\+ conflicts/);
});

Deno.test("knownBy() shows hostile text as text", () => {
  const evil = { ...row, date: EVIL, appeared: EVIL, without: [EVIL] };
  assertSound(() => knownBy([evil], [EVIL], { title: EVIL, caption: EVIL }));
});
