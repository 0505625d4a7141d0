// Prints what notebooks show: run under several time zones and languages by
// the test beside it.
import {
  claimIntervals,
  claimsTimeline,
  intervalFrame,
  loadDataset,
  monthlyBands,
  monthlyFigures,
  monthlyFiguresChart,
  table,
  tableFrame,
} from "../../lib/mod.ts";

const data = await loadDataset(new URL("../../data", import.meta.url));
const claims = claimIntervals(data);
const figures = monthlyFigures(claims);
console.log(claimsTimeline(claims).svg);
console.log(monthlyFiguresChart(figures).svg);
console.log(monthlyBands(figures).svg);
console.log(`${table(tableFrame(data, "claims"), { rows: 1000 })}`);
console.log(`${table(tableFrame(data, "sources"))}`);
console.log(`${table(intervalFrame(data), { rows: 1000 })}`);
