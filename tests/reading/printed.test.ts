import { joinPrinted } from "../../lib/reading/printed/join_printed.ts";
import process from "node:process";
import assert from "node:assert/strict";

/** Lines of a page that nobody printed, to see what they cost. */
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    text: `word ${i} of a line that goes on and on-`,
    page: 1 + (i >> 14),
    x: 60 + i % 997,
    y: 100_000 - 2 * i,
    width: 40,
    height: 4,
  }));

Deno.test("pages of many lines take no more than their length", () => {
  const time = (count: number) => {
    const pages = lines(count);
    const { user } = process.cpuUsage();
    joinPrinted(pages);
    return (process.cpuUsage().user - user) / 1000;
  };
  time(2000);
  // Eight times the lines: 64 times the time would be their square.
  const [short, long] = [time(4000), time(32_000)];
  assert.ok(long < 32 * Math.max(short, 8), `${short} ms, then ${long} ms`);
});

Deno.test("paragraphs stay apart by their distance, size and indent", () => {
  const line = (text: string, y: number, x = 60, height = 11) => ({
    ...{ text, y, x, height },
    page: 1,
    width: 300,
  });
  assert.deepEqual(
    joinPrinted([
      line("Floods drive 12,000 out", 740, 60, 18),
      line("At least 40 boats sank.", 720),
      line("In June 17 people", 706, 75),
      line("died.", 692),
      line("In May 12 died.", 660),
    ]),
    [
      "Floods drive 12,000 out",
      "At least 40 boats sank.",
      "In June 17 people died.",
      "In May 12 died.",
    ],
  );
});
