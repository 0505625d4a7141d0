import assert from "node:assert/strict";
import { countTests } from "../../tasks/tests/count.ts";

async function count(xml: string) {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, xml);
    return await countTests(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("tests are counted over all files, by outcome", async () => {
  const counts = await count(`<testsuites name="deno test" tests="9">
    <testsuite name="./a.test.ts" tests="6" disabled="1" errors="0" failures="2">
    </testsuite>
    <testsuite name="./b.ts$3-9.ts" tests="3" disabled="0" errors="1" failures="0">
    </testsuite>
  </testsuites>`);
  assert.deepEqual(counts, { passed: 5, failed: 3, skipped: 1 });
});

Deno.test("no results are not the same as no failures", async () => {
  assert.equal(await countTests("no/such/file.xml"), undefined);
});
