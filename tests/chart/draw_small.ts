import {
  blameChart,
  type Chart,
  claimsTimeline,
  conflictDiagram,
  conflictMatrix,
  cumulativeCorridors,
  estimateLadder,
  hedgeCalibration,
  impliedDumbbells,
  knownBy,
  monthlyBands,
  monthlyBounds,
  monthlyFiguresChart,
  originFlow,
  widthSweep,
} from "../../lib/chart.ts";
import { type Claim, reconcile, runningTotal } from "../../lib/mod.ts";

/** Five claims of two papers and a register, of which not all can be true. */
const CLAIMS: Claim[] = [
  {
    ...{ claim_id: "paper-90", measure: "cases", kind: "total", stated: "90" },
    ...{ hedge: "over", start: "2024-01", end: "2024-03", origin: "a-clerk" },
    ...{ status: "attributed", source_id: "paper", wording: "over 90 cases" },
  },
  {
    ...{ claim_id: "post-90", measure: "cases", kind: "total", stated: "90" },
    ...{ hedge: "over", start: "2024-01", end: "2024-03", origin: "a-clerk" },
    ...{ status: "contested", source_id: "post", wording: "more than 90" },
  },
  {
    ...{ claim_id: "register-42", measure: "cases", kind: "total" },
    ...{ stated: "42", start: "2024-01", end: "2024-03", hedge: "exact" },
    ...{ status: "official", source_id: "register", wording: "42" },
  },
  {
    ...{ claim_id: "register-20", measure: "cases", kind: "total" },
    ...{ stated: "20", start: "2024-02", end: "2024-02", hedge: "exact" },
    ...{ status: "official", source_id: "register", wording: "20" },
  },
  {
    ...{ claim_id: "post-most", measure: "cases", kind: "highest" },
    ...{ per: "month", start: "2024-02", end: "2024-02" },
    ...{ of_start: "2024-01", of_end: "2024-03", status: "unverified" },
    ...{ source_id: "post", wording: "a record" },
  },
];

const SOURCES = [["paper", "The Paper", "2024-04-01"], [
  ...["post", "The Post", "2024-04-02"],
], ["register", "The Register", "2024-04-10"]].map(
  ([source_id, publisher, published]) => ({ source_id, publisher, published }),
);

/** Every chart of the library on a few claims, for its picture to be kept. */
export async function drawSmall(): Promise<Record<string, Chart>> {
  const tables = {
    claims: CLAIMS,
    sources: SOURCES,
    measures: [{ measure: "cases", label: "Cases in court" }],
  } as Parameters<typeof reconcile>[0];
  using result = await reconcile(tables);
  const many = Array.from({ length: 90 }, (_, i) => ({
    ...CLAIMS[2]!,
    claim_id: `day-${i}`,
    stated: `${i + 1}`,
    end: `2024-${i < 45 ? "01" : "02"}-${`${i % 28 + 1}`.padStart(2, "0")}`,
  }));
  using all = await reconcile(many);
  const range = { label: "The Post", title: "“60”", low: 50, high: null };
  const known = { appeared: "The Post", complete: true, without: [] };
  return {
    blameChart: blameChart(result),
    claimsTimeline: claimsTimeline(result),
    claimsTimelineOfMany: claimsTimeline(all),
    conflictDiagram: conflictDiagram(result),
    conflictMatrix: conflictMatrix(result),
    cumulativeCorridors: cumulativeCorridors([
      runningTotal(result, result, {
        ...{ name: "Cases since January", measure: "cases" },
        ...{ start: "2024-01", until: "2024-03" },
      }),
    ], { title: "How many so far?" }),
    estimateLadder: estimateLadder([{
      period: "2024",
      estimate: { ...range, status: "unverified" },
      officials: [{ ...range, high: 60, ratioLow: 0.83, ratioHigh: null }],
    }]),
    hedgeCalibration: hedgeCalibration(
      ([["over", 0.2, 0, 1], ["over", 6, 0, 1], [
        "about",
        -1.5,
        -1,
        1,
      ]] as const)
        .map(([hedge, distance, low, high]) => ({
          ...{ hedge, distance, low, high, label: `The Post: ${hedge} 60` },
          ...{ exact: "62", title: "“60”" },
        })),
    ),
    impliedDumbbells: impliedDumbbells(result),
    knownBy: knownBy(
      ([[1, 0, 0, null], [2, 0, 0, null], [3, 1, 20, 90]] as const)
        .map(([claims, conflicts, low, high]) => ({
          ...{ ...known, date: `${claims} April 2024`, claims, conflicts },
          ...{ slack: conflicts / 4, bounds: [{ low, high }] },
        })),
      ["Cases in 2024"],
    ),
    monthlyBands: monthlyBands(result),
    monthlyBounds: monthlyBounds(result, "cases"),
    monthlyFiguresChart: monthlyFiguresChart(result),
    originFlow: originFlow(result),
    widthSweep: widthSweep({
      ...{ most: 2, complete: true },
      steps: [
        { width: 0, slack: 0.5, conflicts: 2 },
        { width: 1, slack: 0.5, conflicts: 1 },
      ],
      conflicts: [
        { claims: ["paper-90", "register-42"], from: 0, until: null },
        { claims: ["post-90", "register-42"], from: 0, until: 1 },
      ],
    }, result),
  };
}
