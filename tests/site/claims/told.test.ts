import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { choiceParts } from "../../../lib/site/claims/choice_parts.ts";
import { claimsBody } from "../../../lib/site/claims/claims_body.ts";
import { conflictsBody } from "../../../lib/site/claims/conflicts_body.ts";
import { entryGroups } from "../../../lib/site/claims/entry.ts";
import {
  type Findings,
  findingsOf,
} from "../../../lib/site/claims/findings.ts";
import type { Html } from "../../../lib/text/html.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { inFolder } from "../../dataset/folder.ts";

// Of the year's count a says 70, b says 90 and b2 repeats it: a is in two
// conflicts, and leaving it out costs less than both others. x and y are two
// numbers for another count, either of which may go. The running total of falls
// is 120 by 3 May, 100 by 5 May and 110 by 7 May: one fall, in two conflicts.
const CLAIMS = `claim_id,measure,kind,stated,hedge,start,end
a,year,total,70,exact,2024-01,2024-12
b,year,total,90,exact,2024-01,2024-12
b2,year,total,90,exact,2024-01,2024-12
x,other,total,1,exact,2024-01,2024-12
y,other,total,2,exact,2024-01,2024-12
p,falls,total,120,exact,2024-01-01,2024-05-03
q,falls,total,100,exact,2024-01-01,2024-05-05
r,falls,total,110,exact,2024-01-01,2024-05-07
`;

/** What stands in the pages, with what is found changed. */
async function pages(changed: Partial<Findings> = {}) {
  return await inFolder({ claims: CLAIMS }, async (folder) => {
    const data = await loadDataset(folder);
    using result = await reconcile(data);
    const found = { ...findingsOf(null, result), ...changed };
    const groups = entryGroups(data, [found]);
    const read = (body: Html) => {
      const { document } = parseHTML(`<html><body>${body}</body></html>`);
      // What can be done with a conflict is no part of what is told, nor is
      // its proof.
      for (const one of document.querySelectorAll(".tools, .behind")) {
        one.remove();
      }
      return document;
    };
    return {
      conflicts: read(conflictsBody(groups)),
      claims: read(claimsBody(groups)),
    };
  });
}

type Page = Awaited<ReturnType<typeof pages>>["claims"];

function texts(page: Page, query: string): string[] {
  return [...page.querySelectorAll(query)].map(({ textContent }) =>
    textContent.replace(/\s+/g, " ").trim()
  );
}

function fact(page: Page, claim: string, name: string): string | undefined {
  const [found] = [...page.querySelectorAll(`#${claim} dl > div`)].filter((
    div,
  ) => div.querySelector("dt")!.textContent === name);
  return found?.querySelector("dd")?.textContent;
}

Deno.test("a conflict is told once for claims that restate another, and for a fall", async () => {
  const { conflicts, claims } = await pages();
  const told = texts(conflicts, ".conflicts > li");
  assert.equal(told.length, 3);
  assert.equal(
    told[0],
    "falls since 1 January 2024 fell from 120 by 3 May to 100 by 5 May 2024 (also to 110 by 7 May).p, q; also with r",
  );
  assert.match(told[1]!, /a, b; also with b2$/);
  // Every claim of the list stands on another page, those told beside too.
  const links = [...conflicts.querySelectorAll(".conflicts .soft a")].map((a) =>
    a.getAttribute("href")
  );
  assert.deepEqual(
    links,
    ["p", "q", "r", "a", "b", "b2", "x", "y"].map((id) => `claims.html#${id}`),
  );
  assert.match(told[2]!, /x, y$/);
  const [words] = texts(conflicts, "section > p:not(.lead)");
  assert.match(
    words!,
    /There are 5 conflicts among 8 claims\..* The conflicts are told as 3\.$/,
  );
  assert.equal(texts(claims, "#a .clash")[0], "in 2 conflicts");
  assert.equal(texts(claims, "#b2 .clash")[0], "in 1 conflict");
  assert.match(fact(claims, "b2", "Conflicts")!, /Conflict 2, told of a, b$/);
  assert.match(
    fact(claims, "a", "Conflicts")!,
    /Conflict 2, with b; also with b2$/,
  );
});

Deno.test("where several repairs weigh the least, none is told as the answer", async () => {
  const { conflicts, claims } = await pages();
  assert.deepEqual(texts(conflicts, ".choices > li"), [
    "a",
    "either x or y",
    "p",
  ]);
  assert.match(
    texts(conflicts, "section > p:not(.lead)").join(" "),
    /nothing of less weight does; other sets of claims weigh as little\..* What has to go at the least for the rest to agree: Where one of them has to be taken, it is a, p, x: the first in the order of ids, not the likeliest to be wrong\.$/,
  );
  assert.equal(fact(claims, "a", "Cheapest repair"), "leaves this claim out");
  for (const id of ["x", "y"]) {
    assert.equal(
      fact(claims, id, "Cheapest repair"),
      "may leave this claim out, or others that weigh as little",
    );
  }
  assert.equal(fact(claims, "b", "Cheapest repair"), undefined);
});

Deno.test("that the time ran out is said, and not that a list was full", async () => {
  const cut = { conflictsComplete: false, dropCertain: false };
  const late = texts(
    (await pages({ ...cut, conflictsCertain: false })).conflicts,
    "section > p:not(.lead)",
  ).join(" ");
  assert.match(
    late,
    /The time ran out before all conflicts were found; those found are listed\./,
  );
  assert.match(late, /something of less weight may do as well: the time ran/);
  assert.doesNotMatch(late, /cheapest repair/);
  const full = texts(
    (await pages({ conflictsComplete: false, conflictsCertain: true }))
      .conflicts,
    "section > p:not(.lead)",
  ).join(" ");
  assert.match(full, /There are more than 5 conflicts; so many are listed\./);
  assert.doesNotMatch(full, /time ran out/);
});

Deno.test("choiceParts() takes no id for words, whatever it is made of", () => {
  const ids = ["either", " or ", "1", "<b>", ", and "];
  const parts = choiceParts({
    options: ids.map((id) => [id]),
    complete: true,
  });
  assert.deepEqual(
    parts.flatMap((part) => typeof part === "string" ? [] : part.claim),
    ids.toSorted(),
  );
});

Deno.test("what was set aside is told with what replaced it, beside its claim too", async () => {
  const { conflicts, claims } = await pages({
    setAside: [{ claim: "a", by: "b", why: "superseded" }],
  });
  assert.match(
    texts(conflicts, "section > p:not(.lead)")[0]!,
    /1 of 8 claims is set aside as corrected, superseded or an older vintage\./,
  );
  assert.deepEqual(texts(conflicts, ".choices li").slice(0, 1), [
    "a: superseded by b",
  ]);
  assert.equal(fact(claims, "a", "Set aside"), "superseded by b");
  assert.equal(fact(claims, "b", "Set aside"), undefined);
});
