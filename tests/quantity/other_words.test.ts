import { checkDataset } from "../../lib/dataset/load.ts";
import { inFolder } from "../dataset/folder.ts";
import assert from "node:assert/strict";

async function messages(tables: Record<string, string>): Promise<string[]> {
  const { problems } = await inFolder(tables, (folder) => checkDataset(folder));
  return problems.map(({ field, message }) => `${field}: ${message}`);
}

const HEADER =
  "claim_id,measure,kind,stated,start,end,hedge,spread,status,source_id,of_measure\n";

Deno.test("words for what is meant, and misspelt ones, are answered in every column", async () => {
  assert.deepEqual(
    await messages({
      claims: `${HEADER}a,visits,count,5,2024-01,2024-02,,average,disputed,,\n`,
    }),
    [
      "kind: 'count' is not a kind; did you mean 'total'?",
      "spread: 'average' is not a spread; did you mean 'mean'?",
      "status: 'disputed' is not a status; did you mean 'contested'?",
    ],
  );
  assert.deepEqual(
    await messages({
      claims:
        `${HEADER}a,visit,share,0.5,2024-01,2024-02,More than,,,papr,laons\n`,
      measures: "measure,part_of,split\nvisits,,\nloans,vists,part\n",
      sources: "source_id\npaper\n",
      readings: "claim_id,reading,hedge\na-,x,\na,y,at  least\n",
      relations: "from,relation,to\na,disputes,a\nA,contests,a\n",
    }),
    [
      "measure: 'visit' is not in measures.csv; did you mean 'visits'?",
      "hedge: 'More than' is not a hedge; did you mean 'over'?",
      "source_id: 'papr' is not in sources.csv; did you mean 'paper'?",
      "of_measure: 'laons' is not in measures.csv; did you mean 'loans'?",
      "claim_id: 'a-' is not in claims.csv; use a",
      "hedge: as read here, 'at  least' is not a hedge; did you mean 'at_least'?",
      "part_of: 'vists' is not in this table; did you mean 'visits'?",
      "relation: 'disputes' is not a relation; did you mean 'contests'?",
      "from: 'A' is not in claims.csv; did you mean 'a'?",
    ],
  );
});

Deno.test("what people call a level, a change and the like is answered", async () => {
  const kinds = {
    stock: "level",
    change: "difference",
    maximum: "highest",
    "record low": "lowest",
    sum: "total",
    "per month": "rate",
  };
  for (const [word, meant] of Object.entries(kinds)) {
    assert.deepEqual(
      await messages({
        claims: `${HEADER}a,visits,${word},5,2024-01,2024-02,,,,,\n`,
      }),
      [`kind: '${word}' is not a kind; did you mean '${meant}'?`],
    );
  }
  assert.deepEqual(
    await messages({
      claims: `${HEADER}a,visits,total,5,2024-01,2024-02,,,,,\n`,
      measures: "measure,counts\nvisits,events\nstaff,stock\n",
      balances: "level,flow,direction\nstaff,visits,inflow\n",
      relations: "from,relation,to\na,correction,b\na,updates,b\n",
    }),
    [
      "counts: 'events' is not a way to count; did you mean 'flow'?",
      "counts: 'stock' is not a way to count; did you mean 'level'?",
      "relation: 'correction' is not a relation; did you mean 'corrects'?",
      "relation: 'updates' is not a relation; did you mean 'supersedes'?",
      "direction: 'inflow' is not a direction; did you mean 'in'?",
    ],
  );
});

Deno.test("every kind is named where none is near", async () => {
  assert.deepEqual(
    await messages({
      claims: `${HEADER}a,visits,weather,5,2024-01,2024-02,,,,,\n`,
    }),
    [
      "kind: 'weather' is not a kind; use one of total, rate, ratio, share, " +
      "level, difference, highest, lowest, none",
    ],
  );
});
