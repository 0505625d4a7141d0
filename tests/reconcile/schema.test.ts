import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import schema from "../../lib/reconcile/result.schema.json" with {
  type: "json",
};
import { randomSystem } from "./oracle/generate.ts";

const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
}).compile(schema);

Deno.test("every result keeps to the schema, and has no minus zero", async () => {
  for (let seed = 0; seed < 60; seed++) {
    const { input, options } = randomSystem(seed);
    using result = await reconcile(input, options);
    const json = result.toJSON();
    const plain = JSON.parse(JSON.stringify(json));
    assert.ok(validate(plain), JSON.stringify(validate.errors));
    // Nothing is lost on the way to text, and keys stand in the contract's order.
    assert.deepEqual(plain, json);
    assert.deepEqual(
      Object.keys(json),
      Object.keys(schema.properties),
    );
  }
});

Deno.test("results by origin keep to the schema", async () => {
  const claim = (claim_id: string, stated: string) => ({
    claim_id,
    kind: "total" as const,
    measure: "cases",
    stated,
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
    origin: `says-${claim_id}`,
  });
  using result = await reconcile([claim("a", "1"), claim("b", "2")], {
    by: "origin",
  });
  const plain = JSON.parse(JSON.stringify(result));
  assert.ok(validate(plain), JSON.stringify(validate.errors));
  assert.deepEqual(plain.conflicts[0].origins, ["says-a", "says-b"]);
  assert.deepEqual(plain.repairs[0].drop_origins, ["says-a"]);
});

Deno.test("the schema refuses what is not a result", () => {
  assert.equal(validate({ version: 1 }), false);
});
