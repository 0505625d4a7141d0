import {
  blameChart,
  calibrate,
  calibrationRows,
  type Chart,
  chartClaim,
  claimIntervals,
  claimsTimeline,
  conflictDiagram,
  conflictMatrix,
  conflictsOf,
  cumulativeCorridors,
  type Dataset,
  estimateLadder,
  hedgeCalibration,
  impliedDumbbells,
  impliedRows,
  knownBy,
  knownByDates,
  knownByRows,
  ladderSteps,
  monthlyBands,
  monthlyBounds,
  monthlyFigures,
  monthlyFiguresChart,
  monthlyMarks,
  originClaims,
  originFlow,
  reconcile,
  runningTotal,
  selectCollection,
  sweepRows,
  sweepWidths,
  widthSweep,
} from "../../lib/mod.ts";
import { HOSTILE } from "../report/hostile_dataset.ts";
import { hostileId } from "./hostile_copy.ts";

/**
 * Every chart of the library, drawn from a hostile copy of the shipped dataset
 * as the notebooks draw it, with hostile titles where a chart takes one.
 */
export async function drawAll(all: Dataset): Promise<Record<string, Chart>> {
  const data = selectCollection(all, hostileId("reports"));
  const claims = claimIntervals(data);
  const names = claims.map(chartClaim);
  const figures = monthlyFigures(claims);
  const measure = hostileId("proceedings");
  const [title, caption, name] = HOSTILE as [string, string, string];
  using result = await reconcile(data);
  const factors = claims.filter(({ claim: { kind } }) =>
    kind === "ratio" || kind === "share"
  ).map(({ claim }) => claim.claim_id);
  const conflicts = conflictsOf(
    result.conflicts,
    result.claims,
    names,
    factors,
  );
  const sweep = await sweepWidths(data, {}, {});
  const period = { measure, start: "2024-11", end: "2024-12" };
  const estimates = claims.filter(({ claim }) =>
    claim.kind === "total" && claim.measure === hostileId("persons-left")
  ).map(({ claim }) => claim.claim_id);
  return {
    claimsTimeline: claimsTimeline(claims),
    monthlyFiguresChart: monthlyFiguresChart(figures),
    monthlyBands: monthlyBands(figures),
    originFlow: originFlow(originClaims(claims)),
    conflictDiagram: conflictDiagram(conflicts),
    conflictMatrix: conflictMatrix(conflicts),
    blameChart: blameChart({
      claims: names,
      blame: result.blame,
      repairs: result.repairs,
      cheapest: result.cheapestRepair,
    }),
    impliedDumbbells: impliedDumbbells(
      impliedRows(result.claims, claims, data.measures),
    ),
    monthlyBounds: monthlyBounds({
      name,
      bounds: result.monthly().filter((row) => row.measure === measure),
      claims: monthlyMarks(
        monthlyFigures(
          claims.filter(({ claim }) => claim.measure === measure),
        ),
      ),
    }),
    cumulativeCorridors: cumulativeCorridors(
      [runningTotal(result, claims, {
        name,
        measure,
        start: "2022-02-24",
        until: "2025-10",
      })],
      { title, caption },
    ),
    estimateLadder: estimateLadder(
      await ladderSteps(all, {
        estimates,
        officials: [hostileId("table")],
        names: { [hostileId("table")]: name },
      }),
    ),
    hedgeCalibration: hedgeCalibration(
      calibrationRows(
        calibrate(all, { registers: { [measure]: [hostileId("table")] } }),
      ),
    ),
    knownBy: knownBy(
      knownByRows(await knownByDates(data, [period], {}), data),
      [name],
      { title, caption },
    ),
    widthSweep: widthSweep({
      most: sweep.most,
      steps: sweep.steps,
      conflicts: sweepRows(sweep.conflicts, claims),
    }),
  };
}
