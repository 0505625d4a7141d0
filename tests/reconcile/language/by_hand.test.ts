import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../../lib/reconcile/model/tables.ts";
import { inFolder } from "../../dataset/folder.ts";
import assert from "node:assert/strict";

// Small datasets of the contract, each worked out by hand from DESIGN.md, read
// from files and asked as a user asks.

type Range = readonly [low: number | null, high: number | null];

/** What is expected of a dataset; what is left out is not looked at. */
interface Worked {
  readonly what: string;
  /** Tables, a record a line and cells apart by spaces; `.` is empty. */
  readonly tables: Readonly<Record<string, string>>;
  readonly asked?: ReconcileOptions;
  /** What claims allow by themselves. */
  readonly own?: Readonly<Record<string, Range>>;
  /** What the others imply for claims. */
  readonly implied?: Readonly<Record<string, Range>>;
  /** Ids of the claims of each conflict. */
  readonly conflicts?: readonly string[];
  readonly slack?: number;
  /** Measure, first and last day. */
  readonly bounds?: Readonly<Record<string, Range>>;
  /** Claim, by which, why. */
  readonly aside?: readonly string[];
}

const C = "claim_id measure kind stated stated_high hedge start end";
const OF = `${C} of_measure of_start of_end`;
const SERIES = "claim_id measure kind stated hedge start end series as_of";

const csv = (table: string) =>
  table.trim().split("\n").map((line) =>
    line.trim().split(/ +/).map((cell) => cell === "." ? "" : cell).join(",")
  ).join("\n") + "\n";

const WORKED: readonly Worked[] = [
  {
    what: "the unit is the place of the last digit that is no trailing zero",
    tables: {
      claims: `${OF}
 a m1 total 4690 . . 2024-01 2024-01 . . .
 b m2 total 231000 . bare 2024-01 2024-01 . . .
 c m3 total 19922 . . 2024-01 2024-01 . . .
 d m4 total 0 . . 2024-01 2024-01 . . .
 e m5 ratio 1.84 . . 2024-01 2024-01 base . .
 f m6 ratio 0.20 . . 2024-01 2024-01 base . .
 g m7 ratio 0.2 . . 2024-01 2024-01 base . .
 h m8 total 10.50 . . 2024-01 2024-01 . . .`,
    },
    own: {
      a: [4685, 4695],
      b: [230500, 231500],
      c: [19922, 19922],
      d: [0, 0],
      e: [1.835, 1.845],
      f: [0.195, 0.205],
      g: [0.15, 0.25],
      h: [10.495, 10.505],
    },
    conflicts: [],
  },
  {
    what: "hedges at width 1",
    tables: {
      claims: `${C}
 a m1 total 3000 . about 2024-01 2024-01
 b m2 total 3000 . nearly 2024-01 2024-01
 c m3 total 220000 . over 2024-01 2024-01
 d m4 total 3000 . at_least 2024-01 2024-01
 e m5 total 5 . up_to 2024-01 2024-01
 f m6 total 12 100 plural 2024-01 2024-01
 g m7 total 1 . about 2024-01 2024-01
 h m8 total 7 . . 2024-01 2024-01
 i m9 total 95 100 . 2024-01 2024-01`,
    },
    own: {
      a: [2000, 4000],
      b: [2000, 3000],
      c: [220000, 230000],
      d: [3000, null],
      e: [0, 5],
      f: [12, 1000],
      g: [0, 2],
      h: [7, 7],
      i: [95, 150],
    },
  },
  {
    what: "hedges at width 4: no low falls below 0, and a plural stays",
    tables: {
      claims: `${C}
 a m1 total 3000 . about 2024-01 2024-01
 b m2 total 3000 . nearly 2024-01 2024-01
 c m3 total 220000 . over 2024-01 2024-01
 d m4 total 3000 . at_least 2024-01 2024-01
 e m5 total 5 . up_to 2024-01 2024-01
 f m6 total 12 100 plural 2024-01 2024-01
 g m7 total 1 . about 2024-01 2024-01
 h m8 total 7 . . 2024-01 2024-01
 i m9 total 95 100 . 2024-01 2024-01`,
    },
    asked: { width: 4 },
    own: {
      a: [0, 7000],
      b: [0, 3000],
      c: [220000, 260000],
      d: [3000, null],
      e: [0, 5],
      f: [12, 1000],
      g: [0, 5],
      h: [7, 7],
      i: [95, 300],
    },
  },
  {
    what: "hedges at width 0",
    tables: {
      claims: `${C}
 a m1 total 3000 . about 2024-01 2024-01
 b m2 total 3000 . nearly 2024-01 2024-01
 c m3 total 220000 . over 2024-01 2024-01
 d m4 total 3000 . at_least 2024-01 2024-01
 e m5 total 5 . up_to 2024-01 2024-01
 f m6 total 12 100 plural 2024-01 2024-01
 g m7 total 1 . about 2024-01 2024-01
 h m8 total 7 . . 2024-01 2024-01
 i m9 total 95 100 . 2024-01 2024-01`,
    },
    asked: { width: 0 },
    own: {
      a: [3000, 3000],
      b: [3000, 3000],
      c: [220000, 220000],
      f: [12, 1000],
      i: [95, 100],
    },
  },
  {
    what: "a minus turns the interval of its number round, whatever the hedge",
    tables: {
      claims: `${OF}
 a a difference -3000 . exact 2024-02 2024-02 . 2024-01 2024-01
 b b difference -3000 . . 2024-02 2024-02 . 2024-01 2024-01
 c c difference -3000 . about 2024-02 2024-02 . 2024-01 2024-01
 d d difference -3000 . nearly 2024-02 2024-02 . 2024-01 2024-01
 e e difference -3000 . over 2024-02 2024-02 . 2024-01 2024-01
 f f difference -3000 . at_least 2024-02 2024-02 . 2024-01 2024-01
 g g difference -3000 . up_to 2024-02 2024-02 . 2024-01 2024-01
 h h difference -100 . plural 2024-02 2024-02 . 2024-01 2024-01
 i i difference -3000 -2000 . 2024-02 2024-02 . 2024-01 2024-01
 j j difference -3000 2000 . 2024-02 2024-02 . 2024-01 2024-01
 k k difference -3000 -2000 at_least 2024-02 2024-02 . 2024-01 2024-01
 l l difference -1 . about 2024-02 2024-02 . 2024-01 2024-01
 m m difference -3000 500 at_least 2024-02 2024-02 . 2024-01 2024-01`,
    },
    own: {
      a: [-3000, -3000],
      b: [-3500, -2500],
      c: [-4000, -2000],
      d: [-3000, -2000],
      e: [-4000, -3000],
      f: [null, -3000],
      g: [-3000, 0],
      h: [-1000, -100],
      i: [-3500, -1500],
      j: [-3500, 2500],
      k: [null, -2000],
      l: [-2, 0],
      m: [null, null],
    },
    conflicts: [],
  },
  {
    what: "so it does at width 2",
    tables: {
      claims: `${OF}
 a a difference -3000 . exact 2024-02 2024-02 . 2024-01 2024-01
 b b difference -3000 . . 2024-02 2024-02 . 2024-01 2024-01
 c c difference -3000 . about 2024-02 2024-02 . 2024-01 2024-01
 d d difference -3000 . nearly 2024-02 2024-02 . 2024-01 2024-01
 e e difference -3000 . over 2024-02 2024-02 . 2024-01 2024-01
 f f difference -3000 . at_least 2024-02 2024-02 . 2024-01 2024-01
 g g difference -3000 . up_to 2024-02 2024-02 . 2024-01 2024-01
 h h difference -100 . plural 2024-02 2024-02 . 2024-01 2024-01
 i i difference -3000 -2000 . 2024-02 2024-02 . 2024-01 2024-01
 j j difference -3000 2000 . 2024-02 2024-02 . 2024-01 2024-01
 k k difference -3000 -2000 at_least 2024-02 2024-02 . 2024-01 2024-01
 l l difference -1 . about 2024-02 2024-02 . 2024-01 2024-01
 m m difference -3000 500 at_least 2024-02 2024-02 . 2024-01 2024-01`,
    },
    asked: { width: 2 },
    own: {
      b: [-4000, -2000],
      e: [-5000, -3000],
      h: [-1000, -100],
      i: [-4000, -1000],
      l: [-3, 0],
    },
  },
  {
    what: "hedges of a table, and a fall under them",
    tables: {
      claims: `${OF}
 a m1 total 300 . some 2024-01 2024-01 . . .
 b m2 difference -300 . some 2024-02 2024-02 . 2024-01 2024-01
 c m3 total 3000 . about 2024-01 2024-01 . . .
 d m4 difference -300 . open 2024-02 2024-02 . 2024-01 2024-01
 e m5 total 5 . most 2024-01 2024-01 . . .`,
      hedges: `hedge low high
 some 0.5 2
 about 2 2
 open 1 inf
 most inf 0.5`,
    },
    own: {
      a: [250, 500],
      b: [-500, -250],
      c: [1000, 5000],
      d: [null, -200],
      e: [0, 5.5],
    },
  },
  {
    what: "a rate per day, week and quarter, on average and of each",
    tables: {
      claims: `claim_id measure kind stated hedge start end per spread
 a a rate 10 exact 2024-01-05 2024-01-07 day each
 b a total 25 exact 2024-01-06 2024-01-07 . .
 c c rate 70 exact 2024-01-01 2024-01-10 week .
 d c total 100 exact 2024-01-01 2024-01-10 . .
 e e rate 30 exact 2024-01 2024-06 quarter each
 f e total 31 exact 2024-04 2024-04 . .`,
    },
    conflicts: ["a b", "e f"],
    implied: { b: [20, 20], c: [70, 70], d: [100, 100], f: [0, 30] },
    slack: 1 / 9,
  },
  {
    what: "a ratio of two years",
    tables: {
      claims: `${OF}
 a m total 100 . exact 2023-01 2023-12 . . .
 b m ratio 2 . exact 2024-01 2024-12 m 2023-01 2023-12
 c m total 150 . exact 2024-01 2024-12 . . .`,
    },
    conflicts: ["a b c"],
    implied: { a: [75, 75], b: [1.5, 1.5], c: [200, 200] },
    slack: (11 - Math.sqrt(105)) / 8,
  },
  {
    what: "a share of a level, on a day",
    tables: {
      claims: `${OF}
 f force level 1000 . exact 2024-12-01 . . . .
 s mobilised share 0.70 0.75 over 2024-12-01 2024-12-01 force . .`,
      measures: `measure part_of
 force .
 mobilised force`,
    },
    asked: { show: { per: "day" } },
    own: { s: [0.7, 0.76] },
    bounds: { "mobilised 2024-12-01 2024-12-01": [700, 760] },
    conflicts: [],
  },
  {
    what: "a level by month is of the month's last day",
    tables: {
      claims: `${OF}
 a l level 50 . exact 2024-01 . . . .
 r l ratio 2 . exact 2024-02 2024-02 l 2024-01-31 2024-01-31
 b l level 101 . exact 2024-02-29 . . . .
 c l level 7 . exact 2024-02-01 . . . .`,
    },
    conflicts: ["a b r"],
    implied: { a: [50.5, 50.5], b: [100, 100], c: [0, null] },
  },
  {
    what: "at least 3,000 fewer is open downwards",
    tables: {
      claims: `${OF}
 a m total 8000 . exact 2024-02 2024-02 . . .
 b m total 10000 . exact 2024-01 2024-01 . . .
 d m difference -3000 . at_least 2024-02 2024-02 . 2024-01 2024-01`,
    },
    conflicts: ["a b d"],
    implied: { d: [-2000, -2000] },
    slack: 1000 / 21000,
  },
  {
    what: "the highest month does not give",
    tables: {
      claims: `${OF}
 a m total 100 . exact 2024-01 2024-01 . . .
 h m highest . . . 2024-07 2024-07 . 2024-01 2024-06
 z m total 90 . up_to 2024-07 2024-07 . . .`,
    },
    conflicts: ["a h z"],
    own: { h: [null, null] },
    implied: { a: [0, 90], h: [null, null], z: [100, null] },
    slack: 10 / 190,
  },
  {
    what: "the lowest week is compared with whole weeks counted from it",
    tables: {
      claims: `${OF} per
 a m total 50 . exact 2024-01-10 2024-01-16 . . . .
 b m total 40 . exact 2024-01-03 2024-01-09 . . . .
 c m total 4 . exact 2024-01-01 2024-01-02 . . . .
 d m total 1 . exact 2024-01-31 2024-02-06 . . . .
 h m lowest . . . 2024-01-10 2024-01-16 . 2024-01-01 2024-01-31 week`,
    },
    conflicts: ["a b h"],
    slack: 10 / 90,
  },
  {
    what: "the highest quarter of a year",
    tables: {
      claims: `${OF} per
 a m total 120 . exact 2024-01 2024-12 . . . .
 b m total 50 . exact 2024-02 2024-02 . . . .
 h m highest . . . 2024-04 2024-06 . 2024-01 2024-12 quarter`,
    },
    asked: { show: { per: "quarter" } },
    conflicts: [],
    bounds: {
      "m 2024-01-01 2024-03-31": [50, 60],
      "m 2024-04-01 2024-06-30": [50, 70],
      "m 2024-07-01 2024-09-30": [0, 20],
    },
  },
  {
    what: "of a level the numbers at the ends of units are compared",
    tables: {
      claims: `${OF} per
 a l level 5 . exact 2024-01-07 . . . . .
 b l level 6 . exact 2024-01-14 . . . . .
 c l level 1 . exact 2024-01-31 . . . . .
 h l lowest . . . 2024-01-08 2024-01-14 . 2024-01-01 2024-01-31 week`,
    },
    conflicts: ["a b h"],
    slack: 1 / 11,
  },
  {
    what: "two breakdowns and their cross table",
    tables: {
      claims: `${C}
 w w total 100 . exact 2024-01 2024-01
 nm nm total 10 . exact 2024-01 2024-01
 nf nf total 20 . exact 2024-01 2024-01
 sm sm total 30 . exact 2024-01 2024-01`,
      splits: `whole dimension part split
 w region n full
 w region s full
 w sex m full
 w sex f full
 n sex nm full
 n sex nf full
 s sex sm full
 s sex sf full
 m region nm full
 m region sm full
 f region nf full
 f region sf full`,
    },
    conflicts: [],
    bounds: {
      "sf 2024-01-01 2024-01-31": [40, 40],
      "m 2024-01-01 2024-01-31": [40, 40],
      "s 2024-01-01 2024-01-31": [70, 70],
    },
  },
  {
    what: "a pair of the splits table is taken from there alone",
    tables: {
      claims: `${C}
 w w total 100 . exact 2024-01 2024-01
 b b total 40 . exact 2024-01 2024-01`,
      measures: `measure part_of split
 w . .
 a w full
 b w full`,
      splits: `whole dimension part split
 w d a part`,
    },
    conflicts: ["b w"],
  },
  {
    what: "wholes that are one keep their dimensions apart, through a chain",
    tables: {
      claims: `${C}
 x x total 10 . exact 2024-01 2024-01
 y y total 20 . exact 2024-01 2024-01
 p p total 12 . exact 2024-01 2024-01
 w a total 30 . about 2024-01 2024-01`,
      measures: `measure same_as
 a b
 b c
 c .
 x .
 y .
 p .
 q .`,
      splits: `whole dimension part split
 a region x full
 a region y full
 c region p full
 c region q full`,
    },
    conflicts: [],
    implied: { w: [30, 30] },
    bounds: {
      "c 2024-01-01 2024-01-31": [30, 30],
      "q 2024-01-01 2024-01-31": [18, 18],
    },
  },
  {
    what: "a balance full both ways is equal",
    tables: {
      claims: `${C}
 l1 l level 100 . exact 2024-03-01 .
 l2 l level 130 . exact 2024-03-10 .
 i i total 50 . exact 2024-03-02 2024-03-10
 o o total 25 . exact 2024-03-02 2024-03-10`,
      balances: `level flow direction split
 l i in full
 l o out full`,
    },
    conflicts: ["i l1 l2 o"],
    slack: 5 / 305,
  },
  {
    what: "where ins are a part, the level rises by as much at the least",
    tables: {
      claims: `${C}
 l1 l level 100 . exact 2024-03-01 .
 l2 l level 140 . exact 2024-03-10 .
 i i total 50 . exact 2024-03-02 2024-03-10
 o o total 20 . exact 2024-03-02 2024-03-10`,
      balances: `level flow direction split
 l i in part
 l o out full`,
    },
    conflicts: [],
    implied: { l2: [130, null], i: [0, 60], o: [10, null] },
  },
  {
    what: "where outs are a part, by as much at the most",
    tables: {
      claims: `${C}
 l1 l level 100 . exact 2024-03-01 .
 l2 l level 120 . exact 2024-03-10 .
 i i total 50 . exact 2024-03-02 2024-03-10
 o o total 20 . exact 2024-03-02 2024-03-10`,
      balances: `level flow direction split
 l i in full
 l o out .`,
    },
    conflicts: [],
    implied: { l2: [0, 130], o: [0, 30] },
  },
  {
    what: "and by anything where both are",
    tables: {
      claims: `${C}
 l1 l level 100 . exact 2024-03-01 .
 l2 l level 1000 . exact 2024-03-10 .
 i i total 50 . exact 2024-03-02 2024-03-10
 o o total 20 . exact 2024-03-02 2024-03-10`,
      balances: `level flow direction split
 l i in part
 l o out part`,
    },
    conflicts: [],
    implied: { l2: [0, null] },
  },
  {
    what: "every milestone of its flows is a day of the level",
    tables: {
      claims: `${C}
 l1 l level 10 . exact 2024-03-01 .
 o o total 30 . exact 2024-03-02 2024-03-05
 all i total 50 . exact 2024-03-02 2024-03-10
 late i total 50 . exact 2024-03-06 2024-03-10`,
      balances: `level flow direction split
 l i in full
 l o out full`,
    },
    conflicts: ["all l1 late o"],
  },
  {
    what: "levels that are one pool their balances",
    tables: {
      claims: `${C}
 l1 l1 level 100 . exact 2024-03-01 .
 l2 l2 level 131 . exact 2024-03-10 .
 a a total 10 . exact 2024-03-02 2024-03-10
 b b total 20 . exact 2024-03-02 2024-03-10`,
      measures: `measure same_as
 l1 l2
 l2 .
 a .
 b .`,
      balances: `level flow direction split
 l1 a in full
 l2 b in full`,
    },
    conflicts: ["a b l1 l2"],
    slack: 1 / 261,
  },
  {
    what: "a flow out of one level and into another",
    tables: {
      claims: `${C}
 l1 l level 100 . exact 2024-03-01 .
 l2 l level 80 . exact 2024-03-10 .
 k1 k level 0 . exact 2024-03-01 .
 k2 k level 25 . exact 2024-03-10 .
 t t total 22 . exact 2024-03-02 2024-03-10`,
      balances: `level flow direction split
 l t out full
 k t in full`,
    },
    conflicts: ["k1 k2 t"],
  },
  {
    what: "the latest vintage of a period stays, and what has no day",
    tables: {
      claims: `${SERIES}
 a m total 100 exact 2024-01-01 2024-01-31 s 2024-02-01
 b m total 110 exact 2024-01 2024-01 s 2024-02-05
 c m total 110 exact 2024-01-01 2024-01-31 s 2024-02-05
 d m total 110 exact 2024-01-01 2024-01-31 s .
 e m total 120 exact 2024-01-01 2024-01-31 t 2024-01-31
 f n rate 7 exact 2024-01 2024-01 s 2024`,
    },
    aside: ["a b vintage"],
    conflicts: ["b e", "c e", "d e"],
  },
  {
    what: "of_ dates and the other measure belong to the period",
    tables: {
      claims:
        `claim_id measure kind stated hedge start end of_measure of_start of_end series as_of
 h1 m highest . . 2024-03 2024-03 . 2024-01 2024-06 s 2024-07
 h2 m highest . . 2024-03-01 2024-03-31 . 2024-01-01 2024-06-30 s 2024-08
 h3 m highest . . 2024-03 2024-03 . 2024-01 2024-07 s 2024-09
 d1 m difference 5 exact 2024-03 2024-03 . 2024-02 2024-02 s 2024-07
 d2 m difference 6 exact 2024-03 2024-03 n 2024-02 2024-02 s 2024-08
 l1 l level 6 exact 2024-03 . . . . s 2024-08
 l2 l level 7 exact 2024-03-31 2024-03-31 . . . s 2024-09-01`,
    },
    asked: { same: [["n", "m"]] },
    aside: ["h1 h2 vintage", "d1 d2 vintage", "l1 l2 vintage"],
  },
  {
    what:
      "a running total above a later one was revised, by the nearest that stays",
    tables: {
      claims: `${SERIES}
 x m total 120 exact 2024-01-01 2024-01-05 s .
 a m total 100 exact 2024-01-01 2024-01-10 s .
 b m total 90 exact 2024-01-01 2024-01-20 s .
 c m total 80 exact 2024-01-01 2024-01-20 s .
 e m total 85 exact 2024-01-01 2024-01-15 s .
 o m total 150 exact 2024-01-02 2024-01-09 . .`,
    },
    aside: ["x b revised", "a b revised", "e c revised"],
  },
  {
    what: "what is set aside still sets aside, and what is not modelled can be",
    tables: {
      claims: `${C}
 a m total 100 . exact 2024-01 2024-01
 b m total 110 . exact 2024-01 2024-01
 c m total 120 . exact 2024-01 2024-01
 d m none . . . . .
 e m total 120 . exact 2024-01 2024-01`,
      relations: `from relation to
 e corrects a
 b supersedes a
 c corrects b
 c corrects d`,
    },
    aside: ["a b superseded", "b c corrected", "d c corrected"],
    conflicts: [],
  },
  {
    what: "all vintages speak where they are asked for",
    tables: {
      claims: `${SERIES}
 a m total 100 exact 2024-01-01 2024-01-31 s 2024-02-01
 b m total 110 exact 2024-01-01 2024-01-31 s 2024-02-05`,
    },
    asked: { vintages: "all" },
    aside: [],
    conflicts: ["a b"],
  },
  {
    what: "a reading of another period is no vintage of this one",
    tables: {
      claims: `${SERIES}
 a m total 100 exact 2024-01-01 2024-01-31 s 2024-02-01
 b m total 110 exact 2024-01-01 2024-01-31 s 2024-02-05`,
      readings: `claim_id reading start end
 b february 2024-02-01 2024-02-29`,
    },
    asked: { reading: { b: "february" } },
    aside: [],
    conflicts: [],
  },
  {
    what: "a reading of another kind, and one that empties its hedge",
    tables: {
      claims: `${OF}
 a m total 100 . exact 2023-01 2023-12 . . .
 b m total 30 . exact 2024-01 2024-12 . . .
 t m total 130 . exact 2024-01 2024-12 . . .
 c n total 40 . exact 2024-01 2024-01 . . .`,
      readings: `claim_id reading kind hedge of_start of_end
 b rise difference . 2023-01 2023-12
 c bare . - . .`,
    },
    asked: { reading: { b: "rise", c: "bare" } },
    conflicts: [],
    own: { c: [35, 45] },
    implied: { a: [100, 100], b: [30, 30], t: [130, 130] },
  },
  {
    what: "a year is its last day, where a source was published",
    tables: {
      claims: `claim_id measure kind stated hedge start end source_id
 a m total 100 exact 2024-01 2024-01 p
 b m total 110 exact 2024-01 2024-01 q
 c m total 120 exact 2024-01 2024-01 r`,
      sources: `source_id published
 p 2024
 q 2024-06
 r .`,
    },
    asked: { knownBy: "2024-06-30" },
    conflicts: [],
    own: { b: [110, 110] },
  },
  {
    what: "weeks of bounds start on Monday and are whole",
    tables: {
      claims: `${C}
 a m total 100 . exact 2024-01-03 2024-01-09
 b m total 10 . exact 2024-01-20 2024-01-20`,
    },
    asked: { show: { per: "week", from: "2024-01-10", to: "2024-01-15" } },
    bounds: {
      "m 2024-01-08 2024-01-14": [0, null],
      "m 2024-01-15 2024-01-21": [10, null],
    },
  },
];

const near = (actual: Range, expected: Range, what: string) =>
  actual.forEach((end, i) => {
    const right = expected[i]!;
    const same = end === null || right === null
      ? end === right
      : Math.abs(end - right) <= 1e-9 * Math.max(1, Math.abs(right));
    assert.ok(same, `${what}: ${actual} is not ${expected}`);
  });

for (const { what, tables, asked, ...expected } of WORKED) {
  Deno.test(`by hand: ${what}`, async () => {
    const files = Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, csv(table)]),
    );
    await inFolder(files, async (folder) => {
      using result = await reconcile(await loadDataset(folder), asked);
      const { conflicts, own, implied, slack, bounds, aside } = expected;
      if (conflicts) {
        assert.deepEqual(
          result.conflicts.map(({ claims }) => claims.join(" ")),
          conflicts,
        );
        assert.equal(result.consistent, conflicts.length === 0);
      }
      const json = result.toJSON();
      const rows = new Map(json.claims.map((row) => [row.claim, row]));
      for (const [claim, range] of Object.entries(own ?? {})) {
        const { low, high } = rows.get(claim)!;
        near([low, high], range, claim);
      }
      for (const [claim, range] of Object.entries(implied ?? {})) {
        const { implied_low, implied_high } = rows.get(claim)!;
        near([implied_low, implied_high], range, `implied for ${claim}`);
      }
      if (slack !== undefined) {
        assert.ok(Math.abs(json.slack - slack) < 1e-6, `slack ${json.slack}`);
      }
      const shown = new Map(
        json.bounds.map((
          row,
        ) => [`${row.measure} ${row.start} ${row.end}`, row]),
      );
      for (const [count, range] of Object.entries(bounds ?? {})) {
        const row = shown.get(count);
        assert.ok(row, `${count} is among ${[...shown.keys()]}`);
        near([row.low, row.high], range, count);
      }
      if (aside) {
        assert.deepEqual(
          json.set_aside.map(({ claim, by, why }) => `${claim} ${by} ${why}`),
          aside,
        );
      }
    });
  });
}
