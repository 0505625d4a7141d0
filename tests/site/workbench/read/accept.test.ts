import { join } from "node:path";
import assert from "node:assert/strict";
import { readText } from "../../../../lib/reading/read_text.ts";
import {
  CLAIM_COLUMNS,
  SOURCE_COLUMNS,
} from "../../../../lib/reading/rows/columns.ts";
import {
  newTable,
  rewritten,
} from "../../../../lib/reading/rows/text_table.ts";
import {
  acceptDraft,
  sourceOf,
  takenMarks,
} from "../../../../lib/site/workbench/read/accept.ts";
import { marksOf } from "../../../../lib/site/workbench/read/marks.ts";
import {
  applyChange,
  emptyWorkbench,
  type Workbench,
} from "../../../../lib/site/workbench/state.ts";
import { cellsOf } from "../../../../lib/site/workbench/tables.ts";
import { runTask } from "../../../cli/run_task.ts";
import { withFiles } from "../../../whole/files/folder.ts";
import { rowsOf } from "../../../cli/drafts.ts";

const TEXT = `Floods of 2031
Nearly 3,000 homes were flooded in May, the river agency said. In June 2031 it was between 400 and 500 homes, twice as many as in April.
"On average 40 boats" sank each month from January to March 2031, =SUM(A1) said.
`;
const PUBLISHED = "2031-07-10";
const PUBLISHER = 'The "Gazette", weekly';

/** Accepts every draft of the text, each as a count of homes. */
function acceptAll(file: string): Workbench {
  const read = readText(TEXT, { published: PUBLISHED });
  const text = {
    ...{ publisher: PUBLISHER, title: "", published: PUBLISHED, url: "" },
    ...{ language: read.language, file },
  };
  let bench = emptyWorkbench();
  const source = { ...text, id: sourceOf(bench, text) };
  for (const mark of marksOf(TEXT, read).filter(({ not }) => not === null)) {
    const cells = { measure: "homes" };
    const { change } = acceptDraft(bench, {
      ...{ mark, cells, source, measure: null },
      text: TEXT,
    });
    bench = applyChange(bench, change);
  }
  return bench;
}

Deno.test("the claims accepted in the page are those of deno task accept, byte for byte", async () => {
  await withFiles({ "set/a.txt": TEXT }, async (folder) => {
    const set = join(folder, "set");
    const read = await runTask(
      "read",
      ...[join(set, "a.txt"), "--published", PUBLISHED],
      ...["--publisher", PUBLISHER, "--into", set],
    );
    assert.equal(read.code, 0, read.stderr);
    const ids = (await rowsOf(set, "drafts.csv")).map((row) => row.claim_id!);
    assert.ok(ids.length >= 4);
    const taken = await runTask("accept", set, ...ids, "--measure", "homes");
    assert.equal(taken.code, 0, taken.stderr);
    const { tables } = acceptAll("a.txt");
    for (
      const [name, columns] of [
        ["claims", CLAIM_COLUMNS],
        ["sources", SOURCE_COLUMNS],
      ] as const
    ) {
      const text = rewritten(
        newTable(columns, false),
        columns,
        cellsOf(tables[name]),
      );
      assert.deepEqual(
        tables[name].columns.filter((column) => !columns.includes(column)),
        [],
      );
      assert.equal(await Deno.readTextFile(join(set, `${name}.csv`)), text);
    }
  });
});

Deno.test("what was accepted is known in the text, until it is undone", () => {
  const bench = acceptAll("a.txt");
  const read = readText(TEXT, { published: PUBLISHED });
  const marks = marksOf(TEXT, read);
  const drafts = marks.filter(({ not }) => not === null);
  assert.deepEqual(
    [...takenMarks(bench, marks, "a").keys()],
    drafts.map(({ key }) => key),
  );
  assert.equal(takenMarks(emptyWorkbench(), marks, "a").size, 0);
  assert.equal(takenMarks(bench, marks, "b").size, 0);
});

Deno.test("a text is the source that has its address or its file, else a new one", () => {
  const bench = acceptAll("a.txt");
  const text = {
    ...{ publisher: PUBLISHER, title: "", published: PUBLISHED, url: "" },
    ...{ language: "en", file: "a.txt" },
  };
  assert.equal(sourceOf(bench, text), "a");
  // An update of a page is a source of its own.
  assert.equal(sourceOf(bench, { ...text, published: "2031-08-01" }), "a-txt");
  assert.equal(
    sourceOf(bench, { ...text, file: "" }),
    "the-gazette-weekly-2031-07-10",
  );
});
