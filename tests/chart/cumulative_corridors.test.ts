import { cumulativeCorridors } from "../../lib/chart/cumulative_corridors.ts";
import { lastDay } from "../../lib/quantity/date.ts";
import { texts } from "./sound.ts";
import assert from "node:assert/strict";

const TITLE = { title: "Totals" };

Deno.test("cumulativeCorridors() draws none, one and an open total", () => {
  for (
    const corridors of [
      [],
      [{ name: "Nothing", points: [], totals: [] }],
      [{
        name: "Open",
        points: [{ day: lastDay("2024-01"), low: 5, high: null }],
        totals: [{
          day: lastDay("2024-01"),
          low: 4,
          high: null,
          status: null,
          label: "at least 4",
          title: "x",
        }],
      }],
    ]
  ) {
    const { svg } = cumulativeCorridors(corridors, TITLE);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    assert.equal(cumulativeCorridors(corridors, TITLE).svg, svg);
  }
});

Deno.test("cumulativeCorridors() labels marks unless they would touch", () => {
  const total = (month: string, low: number, label: string) => ({
    day: lastDay(month),
    low,
    high: low,
    status: "official" as const,
    label,
    title: `title of ${label}`,
  });
  const { svg } = cumulativeCorridors([{
    name: "Totals",
    points: [],
    totals: [
      total("2024-06", 100, "first"),
      total("2024-06", 101, "second"),
      total("2025-06", 900, "third"),
    ],
  }], TITLE);
  const wide = texts(svg, "wide");
  assert.ok(wide.includes("third"));
  // Narrow, letters stand at the marks and the names below.
  const narrow = texts(svg, "narrow");
  for (const text of ["a", "b", "c", "first", "second", "third"]) {
    assert.equal(narrow.filter((own) => own === text).length > 0, true, text);
  }
  for (const name of ["first", "second", "third"]) {
    assert.ok(svg.includes(`title of ${name}`), "pointed at, each says itself");
  }
});

Deno.test("cumulativeCorridors() shows hostile text as text", () => {
  const evil = `</text><script>alert(1)</script>`;
  const { svg } = cumulativeCorridors([{
    name: evil,
    points: [],
    totals: [{
      day: lastDay("2024-01"),
      low: 1,
      high: 2,
      status: "contested",
      label: evil,
      title: evil,
    }],
  }], { title: evil, caption: evil });
  assert.doesNotMatch(svg, /<script/);
});

Deno.test("cumulativeCorridors() marks a stale total by shape, colour and words", () => {
  const total = (fits: string[]) => ({
    day: lastDay("2025-11"),
    low: 230_000,
    high: 240_000,
    status: "attributed" as const,
    label: "over 230,000",
    title: "“more than 230,000”\nthe-claim",
    ...(fits.length > 0 ? { fits: fits.map(lastDay) } : {}),
  });
  const draw = (fits: string[]) =>
    cumulativeCorridors([
      { name: "Totals", points: [], totals: [total(fits)] },
    ], TITLE).svg;
  const stale = draw(["2025-08", "2025-09"]);
  assert.match(stale, /stroke="var\(--stale\)"/);
  assert.match(stale, />over 230,000: fits Aug–Sep 2025</);
  // The report links a mark by the id that its tooltip ends with.
  assert.match(
    stale,
    /Fits only an earlier date: the others allow this number at the end of Aug–Sep 2025 alone\n.*\nthe-claim<\/title>/,
  );
  assert.match(stale, /◁: fits only an earlier date/);
  assert.match(draw(["2025-06", "2025-08"]), /fits Jun 2025, Aug 2025/);
  for (const fits of [[], ["2025-12"]]) {
    assert.doesNotMatch(
      draw(fits),
      /var\(--stale\)"|fits only an earlier date/,
    );
  }
});
