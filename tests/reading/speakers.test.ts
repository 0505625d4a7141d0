import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

const CASES: readonly [string, string | null, string | null][] = [
  ["300 homes were lost, the river agency said.", "river agency", null],
  ["300 homes were lost, said Ana Lovrek.", "Ana Lovrek", null],
  ["300 homes were lost, said its chair, Mirel Aust, 44.", "Mirel Aust", null],
  ["According to the town hall, 300 homes were lost.", "town hall", null],
  [
    "300 homes were lost, according to the Ostmere League.",
    "Ostmere League",
    null,
  ],
  [
    "Port statistician Renke Dalo said 300 homes were lost.",
    "Renke Dalo",
    null,
  ],
  [
    "The ministry, citing police files, said 300 homes were lost.",
    "ministry",
    "police files",
  ],
  ["Harbour police counted 300 homes.", "Harbour police", null],
  ["The employer, Karn Terminals, put it at 300.", "Karn Terminals", null],
  [
    "300 homes were lost, according to the league’s archive.",
    "league",
    "league’s archive",
  ],
  [
    "It was reported by Polish officials that 300 homes were lost.",
    "Polish officials",
    null,
  ],
  ["Insurer Bryndel Mutual paid for 300 homes.", "Bryndel Mutual", null],
  ["300 homes were lost.", null, null],
  // A participle before a noun says nothing.
  ["There were 300 confirmed cholera cases.", null, null],
  ["Reported burglaries numbered 300.", null, null],
  ["Newly registered voters numbered 300.", null, null],
  ["Of suspected and reported raids 300 failed.", null, null],
  ["Medics confirmed 300 deaths.", "Medics", null],
  ["Its crews answer 300 calls a day.", null, null],
  // What stands between a name and its verb; who asked a sample.
  ["Ada Roll, 51, the harbour chief, said 300 boats sank.", "Ada Roll", null],
  [
    "A poll of 900 owners by Lund found that 30% agreed.",
    "Lund",
    null,
  ],
  ["According to a poll of 900 owners by Lund, 30% agreed.", "Lund", null],
  [
    "300 boats sank, figures from the Harbour Office show.",
    "Harbour Office",
    "figures from the Harbour Office",
  ],
  ["The WHO said 300 people died.", "WHO", null],
];

for (const [text, speaker, origin] of CASES) {
  Deno.test(`who says "${text}"`, () => {
    const [draft] = readText(text).drafts;
    assert.deepEqual([draft?.speaker, draft?.origin], [speaker, origin]);
  });
}

Deno.test("a short name and a pronoun point back", () => {
  const { drafts } = readText(
    "The Ostmere Dockers’ League said 300 homes were lost. " +
      "Its head, Lene Foss, said 40 boats sank. She said 12 people died.\n" +
      "The league said 90 trees fell.",
  );
  assert.deepEqual(drafts.map(({ speaker }) => speaker), [
    "Ostmere Dockers’ League",
    "Lene Foss",
    "Lene Foss",
    "Ostmere Dockers’ League",
  ]);
});

Deno.test("a sentence without a speaker goes on from the last, and says so", () => {
  const { drafts } = readText(
    "The ministry said 300 homes were lost. 40 boats sank.\n12 people died.",
  );
  assert.deepEqual(drafts.map(({ speaker }) => speaker), [
    "ministry",
    "ministry",
    null,
  ]);
  assert.ok(drafts[1]!.why.some((why) => why.includes("go on from ministry")));
});

Deno.test("an office is whom the text named by it; a verb is said once", () => {
  const { drafts } = readText(
    "Minister Ilse Karn spoke of 300 thefts. The Minister said 40 cars burned.\n" +
      "The union spoke of 900 strikers and the ministry of 400.",
  );
  assert.deepEqual(drafts.map(({ speaker }) => speaker), [
    "Minister Ilse Karn",
    "Ilse Karn",
    "union",
    "ministry",
  ]);
});
