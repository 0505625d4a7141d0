import { pdfText } from "../../../lib/cli/read/pdf.ts";
import assert from "node:assert/strict";
import { column, pdfOf, type Printed } from "./pdf_of.ts";

const read = (pages: readonly (readonly Printed[])[]) =>
  pdfText("a.pdf", new TextEncoder().encode(pdfOf(pages)));

const paragraphs = async (...pages: readonly Printed[][]) =>
  (await read(pages)).text.split("\n");

const LEFT = [
  "Nearly 3,000 homes were flooded in",
  "May, the river agency said. At least",
  "40 boats sank in the harbour below",
  "the old bridge, and twelve mills were",
  "lost.",
  "",
  "The count goes on. Most of the dead",
  "were found in the lower town, where",
];
const RIGHT = [
  "the water rose within an hour of the",
  "break, a witness told the paper.",
  "",
  "In June 17 people died, half as many",
  "as in the same month of the year be-",
  "fore. Of the 870 families in camps",
  "some 300 have gone home since then,",
  "the ministry said.",
];
const TOLD = [
  "Floods drive 12,000 from homes",
  "Nearly 3,000 homes were flooded in May, the river agency said. At least " +
  "40 boats sank in the harbour below the old bridge, and twelve mills were " +
  "lost.",
  "The count goes on. Most of the dead were found in the lower town, where " +
  "the water rose within an hour of the break, a witness told the paper.",
  "In June 17 people died, half as many as in the same month of the year " +
  "before. Of the 870 families in camps some 300 have gone home since then, " +
  "the ministry said.",
];
const HEAD: Printed = {
  text: "Floods drive 12,000 from homes",
  x: 60,
  y: 770,
  size: 20,
};

Deno.test("two columns are read one after the other", async () => {
  const [left, right] = [column(60, 720, LEFT), column(320, 720, RIGHT)];
  assert.deepEqual(await paragraphs([HEAD, ...left, ...right]), TOLD);
});

Deno.test("and so they are where the file has them line by line", async () => {
  const both = [...column(60, 720, LEFT), ...column(320, 720, RIGHT)];
  const rows = both.sort((a, b) => b.y - a.y || a.x - b.x);
  assert.deepEqual(await paragraphs([HEAD, ...rows]), TOLD);
});

Deno.test("a table of figures is read row by row", async () => {
  const rows = ["May", "June", "July", "August", "September"];
  const cells = rows.flatMap((month, i): Printed[] => [
    { text: month, x: 60, y: 700 - 24 * i },
    { text: `${512 - i}`, x: 260, y: 700 - 24 * i },
    { text: `${1410 - i}`, x: 400, y: 700 - 24 * i },
  ]);
  assert.deepEqual(
    await paragraphs(cells),
    rows.map((month, i) => `${month} ${512 - i} ${1410 - i}`),
  );
});

Deno.test("words cut at a line's end are made whole, others keep their hyphen", async () => {
  assert.deepEqual(
    await paragraphs(column(60, 700, [
      "At least 40 boats sank in the har-",
      "bour, and twenty-",
      "five mills. A 32-",
      "year-old and 10-",
      "12 others fled from a well-",
      "known street.",
    ])),
    [
      "At least 40 boats sank in the harbour, and twenty-five mills. A " +
      "32-year-old and 10-12 others fled from a well-known street.",
    ],
  );
});

Deno.test("letters that are set as one are read as they are", async () => {
  assert.deepEqual(
    await paragraphs(
      column(60, 700, ["Some {fi}fty of{fi}cers {fi}led 12 reports."]),
    ),
    ["Some fifty officers filed 12 reports."],
  );
});

const HEADS = (page: number): Printed[] => [
  { text: "THE GAZETTE 4 JUNE 2031", x: 60, y: 810 },
  { text: `Page ${page} of 12`, x: 280, y: 30 },
];

Deno.test("heads, feet and numbers of pages are left out, and paragraphs go on", async () => {
  assert.deepEqual(
    await paragraphs(
      [...HEADS(1), ...column(60, 700, ["At least 40 boats sank in the"])],
      [...HEADS(2), ...column(60, 700, ["harbour. In June 17 died."])],
    ),
    ["At least 40 boats sank in the harbour. In June 17 died."],
  );
});

Deno.test("a head of the left pages alone is left out, a line said twice is not", async () => {
  const pages = Array.from({ length: 6 }, (_, i): Printed[] => [
    {
      text: i % 2 === 0 ? "THE GAZETTE" : "FLOODS OF 2031",
      x: 60,
      y: 810,
    },
    ...column(60, 700 - 20 * i, [`Page of ${i} words.`, "17 people died."]),
  ]);
  const lines = await paragraphs(...pages);
  assert.ok(!lines.some((line) => /GAZETTE|FLOODS/.test(line)), lines.join());
  assert.equal(lines.filter((line) => /17 people died/.test(line)).length, 6);
});

Deno.test("a PDF of pictures says so, and one with some says which", async () => {
  await assert.rejects(
    read([[], []]),
    /^InputError: a\.pdf is a PDF without text: a picture of pages;/,
  );
  const { text, note } = await read([column(60, 700, ["17 died."]), [], []]);
  assert.equal(text, "17 died.");
  assert.equal(note, "pages 2, 3 of 3 hold no text: a picture, or blank");
});

Deno.test("a PDF that is broken, locked or slow is told", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  await assert.rejects(
    pdfText("a.pdf", bytes("%PDF-1.7 and no more")),
    /^InputError: a\.pdf is a PDF that cannot be read: /,
  );
  await assert.rejects(
    pdfText("a.pdf", bytes(pdfOf([column(60, 700, ["17 died."])])), 0.001),
    /^InputError: a\.pdf is a PDF that could not be read in 0\.001 s/,
  );
});
