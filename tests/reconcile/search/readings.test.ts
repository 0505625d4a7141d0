import assert from "node:assert/strict";
import {
  compare,
  type Rational,
  rational,
} from "../../../lib/quantity/rational.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { randomSystem } from "../oracle/generate.ts";
import type { Input } from "../oracle/input.ts";
import { Oracle } from "../oracle/oracle.ts";

/** Every choice of readings, each as readings by claim. */
function choices({ claims, readings }: Input): Record<string, string>[] {
  let all: Record<string, string>[] = [{}];
  for (const { claim_id } of claims) {
    const own = (readings ?? []).filter((row) => row.claim_id === claim_id);
    const ids = ["default", ...own.map(({ reading }) => reading)];
    all = all.flatMap((choice) =>
      ids.map((reading) => ({ ...choice, [claim_id]: reading }))
    );
  }
  return all;
}

Deno.test("the readings chosen are those that trying every choice finds", async () => {
  let chosen = 0;
  for (let seed = 0; seed < 120; seed++) {
    const { input, options: { reading: _, ...options } } = randomSystem(seed);
    if (!input.readings?.length) continue;
    let least: Rational | null = null;
    let best: Record<string, string>[] = [];
    for (const reading of choices(input)) {
      const lost = new Oracle(input, { ...options, reading }).repairs()[0]!
        .weight;
      const by = least ? compare(rational(lost.n, lost.d), least) : -1;
      if (by < 0) [least, best] = [rational(lost.n, lost.d), []];
      if (by <= 0) best.push(reading);
    }
    using result = await reconcile(input, options);
    const found = await result.readings();
    assert.equal(found.complete, true);
    const own = Object.fromEntries(
      found.choice.map(({ claim, reading }) => [claim, reading]),
    );
    const optimal = best.some((choice) =>
      Object.entries(own).every(([claim, reading]) => choice[claim] === reading)
    );
    assert.ok(optimal, `seed ${seed}: ${JSON.stringify(own)}`);
    const never = choices(input).flatMap(Object.entries)
      .filter(([claim, reading]) =>
        claim! in own && !best.some((choice) => choice[claim!] === reading)
      )
      .map(([claim, reading]) => `${claim}=${reading}`);
    assert.deepEqual(
      found.never.map(({ claim, reading }) => `${claim}=${reading}`).sort(),
      [...new Set(never)].sort(),
      `seed ${seed}`,
    );
    chosen++;
  }
  assert.ok(chosen >= 30, String(chosen));
});

Deno.test("a reading that counts nothing agrees with everything", async () => {
  const claim = {
    kind: "total",
    measure: "cases",
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
  } as const;
  using result = await reconcile({
    claims: [
      { ...claim, claim_id: "a", stated: "10" },
      { ...claim, claim_id: "b", stated: "20" },
    ],
    readings: [
      { claim_id: "b", reading: "stock", kind: "none" },
    ],
  });
  const { choice, dropped, weight, never } = await result.readings();
  assert.deepEqual(choice[1], { claim: "b", reading: "stock" });
  assert.deepEqual([dropped, weight], [[], 2]);
  assert.deepEqual(never, [{ claim: "b", reading: "default" }]);
});
