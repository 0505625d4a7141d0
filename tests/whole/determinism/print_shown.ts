// Prints what notebooks and scripts show: run under several time zones and
// languages by the test beside it.
import { intervalFrame, tableFrame } from "../../../lib/frames.ts";
import {
  checkDataset,
  claimIntervals,
  formatProblems,
  loadDataset,
  table,
} from "../../../lib/mod.ts";
import { drawAll } from "../../chart/draw_all.ts";

const data = await loadDataset(new URL("../../../data", import.meta.url));
const charts = await drawAll(data, {
  id: (id) => id,
  title: "INDIGO and ıstanbul",
  caption: "123,456.75",
  name: "Iıİi",
});
for (const [name, { svg }] of Object.entries(charts)) console.log(name, svg);
for (const name of ["claims", "sources", "measures", "readings"] as const) {
  console.log(`${table(tableFrame(data, name), { rows: 1000 })}`);
}
console.log(`${table(intervalFrame(data), { rows: 1000 })}`);
console.log(claimIntervals(data).map(({ claim }) => claim.claim_id).join());
const broken = await checkDataset(Deno.args[0]!);
console.log(formatProblems(broken.problems));
