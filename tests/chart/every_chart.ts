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
  sweepRows,
  sweepWidths,
  widthSweep,
} from "../../lib/mod.ts";

/** A chart of a dataset, and the function that drew it. */
export interface Drawn {
  readonly name: string;
  readonly svg: string;
}

/**
 * Every chart there is, on one dataset whose ids may have been renamed: the
 * measures are those of the shipped one, by `id`. Titles and names are `words`.
 */
export async function everyChart(
  data: Dataset,
  id: (measure: string) => string,
  words: string,
): Promise<Drawn[]> {
  using result = await reconcile(data);
  const claims = claimIntervals(data);
  const names = claims.map(chartClaim);
  const figures = monthlyFigures(claims);
  const estimates = claims.filter(({ claim }) =>
    claim.kind === "total" && claim.measure === id("persons-left")
  ).map(({ claim }) => claim.claim_id);
  const [measure] = [id("proceedings")];
  const corridor = {
    name: words,
    measure,
    start: "2022-02-24",
    until: "2025-10",
  };
  const drawn = conflictsOf(result.conflicts, result.claims, names);
  const sweep = await sweepWidths(data);
  const known = await knownByDates(data, [
    { measure, start: "2024-11", end: "2024-12" },
  ]);
  const charts: Record<string, Chart> = {
    claimsTimeline: claimsTimeline(claims),
    originFlow: originFlow(originClaims(claims)),
    monthlyFiguresChart: monthlyFiguresChart(figures),
    monthlyBands: monthlyBands(figures),
    monthlyBounds: monthlyBounds({
      name: words,
      bounds: result.monthly().filter((row) => row.measure === measure),
      claims: monthlyMarks(figures),
      record: { name: words, figures: monthlyMarks(figures).slice(0, 2) },
    }, { title: words, caption: words }),
    cumulativeCorridors: cumulativeCorridors([
      runningTotal(result, claims, corridor),
    ], { title: words, caption: words }),
    estimateLadder: estimateLadder(
      await ladderSteps(data, { estimates, officials: [measure] }),
    ),
    conflictDiagram: conflictDiagram(drawn),
    conflictMatrix: conflictMatrix(drawn),
    blameChart: blameChart({
      claims: names,
      blame: result.blame,
      repairs: result.repairs,
      cheapest: result.cheapestRepair,
    }),
    impliedDumbbells: impliedDumbbells(
      impliedRows(result.claims, claims, data.measures),
    ),
    widthSweep: widthSweep({
      most: sweep.most,
      steps: sweep.steps,
      conflicts: sweepRows(sweep.conflicts, claims),
    }),
    knownBy: knownBy(knownByRows(known, data), [words]),
    hedgeCalibration: hedgeCalibration(calibrationRows(calibrate(data))),
  };
  return Object.entries(charts).map(([name, { svg }]) => ({ name, svg }));
}
