import {
  blameChart,
  calibrationRows,
  type Chart,
  chartClaim,
  claimsTimeline,
  conflictDiagram,
  conflictMatrix,
  conflictsOf,
  cumulativeCorridors,
  estimateLadder,
  hedgeCalibration,
  impliedDumbbells,
  impliedRows,
  knownBy,
  knownByRows,
  ladderSteps,
  monthlyBands,
  monthlyBounds,
  monthlyFiguresChart,
  monthlyMarks,
  originClaims,
  originFlow,
  sweepRows,
  widthSweep,
} from "../../lib/chart.ts";
import {
  calibrate,
  claimIntervals,
  type Dataset,
  knownByDates,
  monthlyFigures,
  reconcile,
  runningTotal,
  selectCollection,
  sweepWidths,
} from "../../lib/mod.ts";

/** What stands in the charts besides what the dataset holds. */
export interface Words {
  /** What the shipped dataset's ids are in the dataset that is drawn. */
  readonly id: (id: string) => string;
  readonly title: string;
  readonly caption: string;
  readonly name: string;
}

/**
 * Every chart of the library, drawn from the shipped dataset or a copy of it as
 * the notebooks draw it.
 */
export async function drawAll(
  all: Dataset,
  { id, title, caption, name }: Words,
): Promise<Record<string, Chart>> {
  const data = selectCollection(all, id("reports"));
  const claims = claimIntervals(data);
  const names = claims.map(chartClaim);
  const figures = monthlyFigures(claims);
  const measure = id("proceedings");
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
  const sweep = await sweepWidths(data, { step: 0.5 });
  const period = { measure, start: "2024-11", end: "2024-12" };
  const estimates = claims.filter(({ claim }) =>
    claim.kind === "total" && claim.measure === id("persons-left")
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
      record: { name, figures: monthlyMarks(figures).slice(0, 2) },
    }, { title, caption }),
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
        officials: [id("table")],
        names: { [id("table")]: name },
      }),
    ),
    hedgeCalibration: hedgeCalibration(
      calibrationRows(
        calibrate(all, { registers: { [measure]: [id("table")] } }),
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
