import {
  blameChart,
  calibrationRows,
  type Chart,
  claimsTimeline,
  conflictDiagram,
  conflictMatrix,
  cumulativeCorridors,
  estimateLadder,
  hedgeCalibration,
  impliedDumbbells,
  knownBy,
  knownByRows,
  ladderSteps,
  monthlyBands,
  monthlyBounds,
  monthlyFiguresChart,
  monthlyMarks,
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

/** Of how many conflicts it is drawn at which widths they end. */
const SWEPT = 8;

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
  const figures = monthlyFigures(claims);
  const measure = id("proceedings");
  using result = await reconcile(data);
  // The widths of all conflicts take long to find; some draw the same chart.
  const some = new Set(
    result.conflicts.slice(0, SWEPT).flatMap((conflict) => conflict.claims),
  );
  const swept = data.claims.filter(({ claim_id }) => some.has(claim_id));
  const sweep = await sweepWidths({ ...data, claims: swept }, { step: 0.5 });
  const period = { measure, start: "2024-11", end: "2024-12" };
  const estimates = claims.filter(({ claim }) =>
    claim.kind === "total" && claim.measure === id("persons-left")
  ).map(({ claim }) => claim.claim_id);
  return {
    claimsTimeline: claimsTimeline(data),
    monthlyFiguresChart: monthlyFiguresChart(figures),
    monthlyBands: monthlyBands(figures),
    originFlow: originFlow(data),
    conflictDiagram: conflictDiagram(result),
    conflictMatrix: conflictMatrix(result),
    blameChart: blameChart(result),
    impliedDumbbells: impliedDumbbells(result),
    monthlyBounds: monthlyBounds({
      name,
      bounds: result.monthly([measure]),
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
