import { checkDataset } from "../../../lib/dataset/load.ts";
import { formatProblem } from "../../../lib/dataset/problem.ts";
import { holdsNumber } from "../../../lib/dataset/warnings/holds_number.ts";
import { inFolder } from "../folder.ts";
import assert from "node:assert/strict";

const { dataset, warnings } = await checkDataset(
  new URL("../../../data", import.meta.url),
);

Deno.test("the shipped dataset has no false alarms", () => {
  assert.deepEqual(warnings.map(formatProblem), []);
});

Deno.test("a slip of one digit is seen in nearly every of its wordings", () => {
  // Neither more than another nor hundreds are numbers that can slip.
  const said = dataset!.claims.filter(({ wording, stated, kind, hedge }) =>
    wording && stated && hedge !== "plural" &&
    !(kind === "ratio" && stated === "1")
  );
  const missed = said.filter((claim) =>
    holdsNumber(
      {
        ...claim,
        stated: claim.stated!.replace(/[1-9]/, (d) => `${Number(d) % 9 + 1}`),
      },
      "stated",
      claim.wording!,
    )
  );
  assert.ok(said.length > 150);
  assert.ok(missed.length <= 5, missed.map((c) => c.wording).join("; "));
});

Deno.test("warnings stand in the order of tables, lines and columns", async () => {
  const tables = {
    claims: "claim_id,measure,kind,stated,start,end,as_of,spread,wording\n" +
      "a,visits,total,5,2024-01,2024-03,2024-02,mean,six visits of many\n" +
      "b,visits,total,5,2024-01,2024-03,,,\n" +
      "c,visits,total,5,2024-01,2024-03,,,\n",
    sources: "source_id\npaper\n",
  };
  await inFolder(tables, async (folder) => {
    const { problems, warnings } = await checkDataset(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      warnings.map(({ file, line, field }) => `${file}:${line} ${field}`),
      [
        "claims.csv:2 stated",
        "claims.csv:2 end",
        "claims.csv:2 spread",
        "claims.csv:3 claim_id",
        "claims.csv:4 claim_id",
        "sources.csv:2 source_id",
      ],
    );
  });
});

Deno.test("while there are problems there are no warnings", async () => {
  const claims = "claim_id,measure,kind,stated,start,end,spread\n" +
    "a,visits,total,5,2024-01,2024-03,mean\nb,visits,totals,5,,,\n";
  await inFolder({ claims }, async (folder) => {
    const { problems, warnings } = await checkDataset(folder);
    assert.equal(problems.length, 1);
    assert.deepEqual(warnings, []);
  });
});
