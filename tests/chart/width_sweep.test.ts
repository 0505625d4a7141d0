import { sweepRows } from "../../lib/analysis/sweep_rows.ts";
import { widthSweep } from "../../lib/chart/width_sweep.ts";
import type { SweepData } from "../../lib/analysis/sweep_row.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { sweepWidths } from "../../lib/analysis/width_sweep.ts";
import { assertSound, EVIL, texts, tooltips } from "./sound.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const sweep = await sweepWidths(data, { most: 3, step: 0.5 }, {
  collections: ["reports"],
});
const shown: SweepData = {
  ...sweep,
  conflicts: sweepRows(sweep.conflicts, claimIntervals(data)),
};
const empty: SweepData = { most: 3, steps: [], conflicts: [] };

Deno.test("sweepRows() names conflicts by their claims and merges what reads the same", () => {
  const last = shown.conflicts.at(-1)!;
  assert.equal(
    last.label,
    "Izvestia at least 1×, Kyiv Post 41,950, WTAT News thousands",
  );
  // Thousands are no more than ten thousand at any width.
  assert.equal(last.until, null);
  assert.ok(
    shown.conflicts.some(({ label }) => label.endsWith("(2 conflicts)")),
  );
  const [unknown] = sweepRows([{ claims: ["x"], from: 0, until: 1 }], []);
  assert.equal(unknown!.label, "x");
});

Deno.test("widthSweep() is named, stands alone and repeats to the byte", () => {
  assertSound(() => widthSweep(shown));
});

Deno.test("widthSweep() labels each conflict with the width at which it ends", () => {
  const { svg } = widthSweep(shown);
  for (const drawing of ["wide", "narrow"] as const) {
    const words = texts(svg, drawing);
    for (const width of ["2.15", "→ 5.04", "→ 6", "→ never"]) {
      assert.ok(words.includes(width), width);
    }
    assert.ok(words.includes("every bound must give by 96% at every width"));
    // Those that last the longest are drawn; what is left out is counted.
    const rest = words.flatMap((text) =>
      /^and (\d+) more conflicts, gone by width 1\.\d+$/.exec(text)?.[1] ?? []
    );
    assert.deepEqual(rest, [`${shown.conflicts.length - 24}`]);
  }
  assert.ok(
    tooltips(svg, "wide").some((title) =>
      title.includes("more than 500 thousand people")
    ),
  );
});

Deno.test("widthSweep() draws nothing, one step, and a conflict that never ends", () => {
  assertSound(() => widthSweep(empty));
  assertSound(() => widthSweep({ ...empty, most: 0 }));
  const steps = [{ width: 0, slack: 0.5, conflicts: 1 }];
  const conflicts = [{ label: "a", title: "a", from: 0, until: null }];
  const { svg } = widthSweep({ most: 3, steps, conflicts });
  assertSound(() => widthSweep({ most: 3, steps, conflicts }));
  assert.ok(texts(svg, "wide").includes("→ never"));
});

Deno.test("widthSweep() names conflicts by who is in them, and how many there are", () => {
  const words = texts(widthSweep(sweep, data).svg, "wide");
  const counted = words.flatMap((text) =>
    /^[A-Z].*: (\d+) conflicts?$/.exec(text)?.[1] ?? []
  );
  const drawn = words.filter((text) => /^(→ )?(never|\d+(\.\d+)?)$/.test(text));
  assert.ok(words.some((text) => /^Izvestia, WTAT News: \d+/.test(text)));
  assert.equal(
    counted.reduce((sum, count) => sum + Number(count), 0),
    shown.conflicts.length,
  );
  assert.ok(drawn.length > 12);
});

Deno.test("widthSweep() shows hostile text as text", () => {
  const row = { label: EVIL, title: EVIL, from: 0, until: 1 };
  const evil = { ...empty, conflicts: [row] };
  assertSound(() => widthSweep(evil, { title: EVIL, caption: EVIL }));
});
