import { found } from "./found.ts";
import assert from "node:assert/strict";

/** Which of these origins are taken for another spelling of an earlier one. */
async function alike(...origins: string[]): Promise<string[]> {
  const lines = await found(
    origins.map((origin, i) => ({ claim_id: `c${i}`, origin, stated: `${i}` })),
  );
  return lines.map((line) => origins[Number(line.split(":")[1]) - 2]!);
}

Deno.test("one name in two spellings, said once for each", async () => {
  assert.deepEqual(
    await found([
      { origin: "City Library", stated: "1" },
      { origin: "city-library", stated: "2" },
      { origin: "city-library", stated: "3" },
    ]),
    [
      "claims.csv:3:7 origin: 'city-library' may be 'City Library' (line 2) in " +
      "another spelling; write the same name the same way",
    ],
  );
  const pairs = [
    ["mayor-2024-05", "mayor 2024-05"],
    ["El País", "El Pais"],
    ["Prosecutor’s Office", "Prosecutor's Office"],
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
    ["City Library", "City Libary"],
    ["City Library", "City Lbirary"],
    ["City Library", "City Librarz"],
    ["library-report-2024", "libary-report-2024"],
  ] as const;
  for (const [one, other] of pairs) {
    assert.deepEqual(await alike(one, other), [other], other);
    assert.deepEqual(await alike(other, one), [one], one);
  }
});

Deno.test("names that only look alike are two", async () => {
  const pairs = [
    ["library-2024", "library-2025"],
    ["mayor-2024-1", "mayor-20-241"],
    ["news-city.org", "newscity.org"],
    ["a city official", "city officials"],
    ["unnamed officer", "unnamed officers"],
    ["Martin Meyer", "Martina Meyer"],
    ["Radio East", "Radio West"],
    ["The Times", "The Time"],
    ["Evening Post", "Morning Post"],
    ["library 123rd report", "library 124th report"],
    ["—", "?"],
  ] as const;
  for (const [one, other] of pairs) {
    assert.deepEqual(await alike(one, other), [], `${one}, ${other}`);
    assert.deepEqual(await alike(other, one), [], `${other}, ${one}`);
  }
});

Deno.test("speakers, publishers, registers are names too", async () => {
  const lines = await found(
    [{ speaker: "The Mayor", source_id: "x" }, {
      speaker: "the mayor",
      stated: "6",
      source_id: "y",
    }],
    {
      sources: [{ source_id: "x", publisher: "Evening Post" }, {
        source_id: "y",
        publisher: "EveningPost",
      }],
      measures: [
        { measure: "visits", register: "gate" },
        {
          measure: "loans",
          part_of: "visits",
          split: "part",
          register: "Gate",
        },
      ],
    },
  );
  assert.deepEqual(lines.map((line) => line.split(": ")[0]), [
    "claims.csv:3:7 speaker",
    "sources.csv:3:2 publisher",
    "measures.csv:3:2 register",
  ]);
});
