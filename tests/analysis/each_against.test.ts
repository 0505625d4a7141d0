import assert from "node:assert/strict";
import { eachAgainst } from "../../lib/analysis/each_against.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { inFolder } from "../dataset/folder.ts";

Deno.test("a record is held against figures, though it states no number", async () => {
  const claims =
    `claim_id,measure,kind,stated,start,end,of_start,of_end,collection
jan,m,total,11,2024-01,2024-01,,,figures
feb,m,total,21,2024-02,2024-02,,,figures
high-jan,m,highest,,2024-01,2024-01,2024-01,2024-02,said
high-feb,m,highest,,2024-02,2024-02,2024-01,2024-02,said
low-jan,m,lowest,,2024-01,2024-01,2024-01,2024-02,said
low-feb,m,lowest,,2024-02,2024-02,2024-01,2024-02,said
`;
  await inFolder({ claims }, async (folder) => {
    const data = await loadDataset(folder);
    const found = await eachAgainst(
      data,
      data.only({ collections: ["said"] }),
      data.only({ collections: ["figures"] }),
    );
    // 11 in January is less than 21 in February.
    assert.deepEqual(found.map(({ claim, meets }) => [claim, meets]), [
      ["high-jan", false],
      ["high-feb", true],
      ["low-jan", true],
      ["low-feb", false],
    ]);
  });
});
