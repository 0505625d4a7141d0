import assert from "node:assert/strict";
import {
  claimsTimeline,
  cumulativeCorridors,
  impliedDumbbells,
  monthlyBands,
  monthlyBounds,
  monthlyFiguresChart,
} from "../../lib/chart.ts";
import { timeTicks } from "../../lib/chart/kit/time_axis.ts";
import { reconcile, runningTotal } from "../../lib/mod.ts";
import type { Claim, Kind } from "../../lib/quantity/claim.ts";
import { firstDay } from "../../lib/quantity/date.ts";
import { describePeriod } from "../../lib/quantity/describe_period.ts";
import { period } from "../../lib/quantity/period.ts";
import { UNITS } from "../../lib/quantity/units.ts";
import { checkChart, placed } from "./checks.ts";

function claim(
  claim_id: string,
  measure: string,
  kind: Kind,
  cells: Partial<Claim>,
): Claim {
  return { claim_id, measure, kind, hedge: "exact", ...cells };
}

const FORTNIGHT = { start: "2024-05-01", end: "2024-05-14" };
const DAY = { start: "2024-05-03", end: "2024-05-03" };

/** A fortnight of admissions, and how many are in hospital. */
const EVENT: Claim[] = [
  claim("all", "admitted", "total", { stated: "900", ...FORTNIGHT }),
  claim("third", "admitted", "total", { stated: "120", ...DAY }),
  claim("most", "admitted", "highest", {
    ...{ per: "day", ...DAY, hedge: null },
    ...{ of_start: FORTNIGHT.start, of_end: FORTNIGHT.end },
  }),
  claim("first", "patients", "level", { stated: "300", start: "2024-05-04" }),
  claim("last", "patients", "level", { stated: "450", start: "2024-05-14" }),
  claim("less", "patients", "difference", {
    ...{ stated: "-70", hedge: "at_least" },
    ...{ start: "2024-05-14", end: "2024-05-14" },
    ...{ of_start: "2024-05-08", of_end: "2024-05-08" },
  }),
];

/** A decade of births, and how many people there are at the ends of years. */
const DECADE: Claim[] = [
  claim("ten", "births", "total", {
    ...{ stated: "1100000", start: "2014-01", end: "2023-12" },
  }),
  claim("year", "births", "total", {
    ...{ stated: "120000", start: "2014-01", end: "2014-12" },
  }),
  claim("people", "people", "level", { stated: "10200000", start: "2023-12" }),
  claim("before", "people", "level", { stated: "9900000", start: "2013-12" }),
];

const words = (svg: string) =>
  svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

/** What marks of the wide drawing say when they are pointed at. */
function titles(svg: string): string[] {
  return [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text!);
}

const SPANS = [["event", EVENT, "day", 14], [
  "decade",
  DECADE,
  "year",
  10,
]] as const;

for (const [name, claims, per, steps] of SPANS) {
  Deno.test(`the charts show a span of ${steps} ${per}s by ${per}: ${name}`, async () => {
    using result = await reconcile(claims);
    assert.equal(result.unitOf(result.measures[0]), per);
    assert.equal(result.overTime([result.measures[0]!]).length, steps);
    for (const measure of result.measures) {
      // The second count has a span of its own.
      const { length } = result.overTime([measure]);
      assert.equal(result.unitOf(measure), per);
      const draw = () => monthlyBounds(result, measure);
      checkChart(draw);
      const { svg } = draw();
      assert.match(svg, new RegExp(`bounds of ${length} ${per}s`));
      // Every bound is what the result's JSON has of that day or year.
      const { bounds } = result.showing({ per, measures: [measure] });
      assert.equal(bounds.length, length);
      const level = result.counts(measure) === "level";
      for (const { start, end, low, high } of bounds) {
        const over = describePeriod(period(start, end));
        const own = titles(svg).filter((text) => text.startsWith(`${over}: `));
        if (!level) continue;
        const said = high === null
          ? low > 0 ? "at least" : "any number"
          : low === high
          ? low.toLocaleString("en-US")
          : high.toLocaleString("en-US");
        assert.ok(own.length > 0 && own.every((text) => text.includes(said)));
      }
      assert.match(
        words(svg),
        level
          ? per === "day"
            ? /at the end of each day/
            : /on the last day of each year/
          : new RegExp(`leave possible in a ${per}`),
      );
    }
    assert.match(
      monthlyFiguresChart(result).svg,
      new RegExp(`an average ${per}`),
    );
    checkChart(() => monthlyFiguresChart(result));
    checkChart(() => monthlyBands(result));
    checkChart(() => claimsTimeline(result));
    checkChart(() => impliedDumbbells(result));
    const [measure] = result.measures;
    const { start, end } = claims[0]!;
    const corridor = runningTotal(result, result, {
      ...{ name: "x", measure: measure!, start: start!, until: end! },
    });
    assert.equal(corridor.points.length, steps);
    assert.match(
      words(cumulativeCorridors([corridor], { title: "T" }).svg),
      new RegExp(`up to the end of each ${per}`),
    );
  });
}

Deno.test("a chart shows the unit that is asked for, of the result or itself", async () => {
  using quarters = await reconcile(DECADE, {
    show: { per: "quarter", from: "2015-01", to: "2016-12" },
  });
  assert.match(monthlyBounds(quarters, "births").svg, /bounds of 8 quarters/);
  assert.match(
    monthlyBounds(quarters, "births", { per: "month" }).svg,
    /bounds of 24 months/,
  );
  assert.match(monthlyFiguresChart(quarters).svg, /average quarter/);
  using result = await reconcile(DECADE);
  for (const per of UNITS) {
    checkChart(() => monthlyFiguresChart(result, { per }));
    const show = { per, from: "2014-01", to: "2014-12" } as const;
    const { length } = result.boundsEach({ ...show, measures: ["births"] });
    using year = await reconcile(DECADE, { show });
    checkChart(() => monthlyBounds(year, "births"));
    assert.match(
      monthlyBounds(year, "births").svg,
      new RegExp(`bounds of ${length} ${per}s`),
    );
  }
  assert.throws(
    () => monthlyBounds(result, "births", { per: "decade" as never }),
    /per: 'decade' is not day, week/,
  );
});

Deno.test("by hand: what is between a level's days, and after a day's total", async () => {
  using result = await reconcile(EVENT);
  const { svg } = monthlyBounds(result, "patients");
  // At least 70 fewer than on 8 May, when 450 are left: 520 or more then.
  assert.ok(titles(svg).includes("8 May 2024: at least 520"));
  assert.ok(titles(svg).includes("14 May 2024: 450"));
  // 120 on the third is the most: 13 other days, 780 in all, up to 120 each.
  const admitted = titles(monthlyBounds(result, "admitted").svg);
  assert.ok(admitted.includes("3 May 2024: 120"), admitted.join("; "));
  assert.ok(
    admitted.includes("each day from 4 to 14 May 2024: up to 120"),
  );
});

Deno.test("a moment, a change and what stands out have marks of their own", async () => {
  using result = await reconcile(EVENT);
  const timeline = claimsTimeline(result).svg;
  assert.match(words(timeline), /A circle is a number at the end of a day/);
  assert.match(words(timeline), /An arrow leads from the count/);
  assert.match(words(timeline), /▲, ▼: the most or the least/);
  assert.match(timeline, /translate\([-\d.,]+\) rotate\(-?90\)/);
  assert.match(
    words(monthlyBounds(result, "admitted").svg),
    /▲, ▼: said to have/,
  );
  // No such claim, no such words.
  using flows = await reconcile(EVENT.slice(0, 1));
  assert.doesNotMatch(words(claimsTimeline(flows).svg), /A circle|An arrow|▲/);
  // A fall stands on a scale that goes below nought, its low open.
  const fall = impliedDumbbells(result);
  const texts = placed(fall, "wide").map(({ text }) => text);
  assert.ok(texts.includes("up to −70"), texts.join("; "));
  assert.match(words(fall.svg), /of differences from the deepest fall/);
});

Deno.test("an axis names days, months or years, and each where it has room", () => {
  const labels = (from: string, to: string, room: number) =>
    timeTicks([firstDay(from), firstDay(to)], room, 13)
      .map(({ label }) => label).filter(Boolean);
  assert.deepEqual(labels("2024-05-01", "2024-05-08", 600), [
    ...["1 May 2024", "2", "3", "4", "5", "6", "7"],
  ]);
  assert.deepEqual(labels("2023-11-01", "2024-04-20", 600), [
    ...["Nov 2023", "Dec", "Jan 2024", "Feb", "Mar", "Apr"],
  ]);
  assert.deepEqual(labels("2019-03-01", "2023-01-01", 400), [
    ...["2019", "2020", "2021", "2022"],
  ]);
  assert.deepEqual(labels("1900-01-01", "2000-01-01", 200), [
    ...["1900", "1920", "1940", "1960", "1980"],
  ]);
});
