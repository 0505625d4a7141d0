import { loadDataset } from "../../lib/dataset/load.ts";
import { parseDecimal } from "../../lib/quantity/decimal.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const record = data.claims.filter((row) => row.collection === "record");
const sources = new Map(data.sources.map((row) => [row.source_id, row]));
const measures = new Map(data.measures.map((row) => [row.measure, row]));

Deno.test("the record has a source of its own with an address for every claim", () => {
  assert.ok(record.length > 0);
  for (const { claim_id, source_id } of record) {
    const source = sources.get(source_id!);
    assert.equal(source?.collection, "record", claim_id);
    assert.match(source?.url ?? "", /^https?:\/\//, claim_id);
  }
  const used = new Set(record.map((row) => row.source_id));
  const idle = data.sources.filter((row) =>
    row.collection === "record" && !used.has(row.source_id)
  );
  assert.deepEqual(idle.map((row) => row.source_id), []);
  const urls = data.sources.filter((row) => row.collection === "record")
    .map((row) => row.url);
  assert.equal(new Set(urls).size, urls.length, "a page is one source");
});

Deno.test("a row of the research list is one claim, and no claim of the reports has one", () => {
  const rows = record.map((row) => row["ref_id"] as string);
  for (const id of rows) assert.match(id, /^R\d{3}$/);
  assert.equal(new Set(rows).size, rows.length);
  for (const row of data.claims) {
    if (row.collection !== "record") assert.equal(row["ref_id"], null);
  }
});

Deno.test("ids of the record say the measure they were recorded under", () => {
  for (const { claim_id, measure } of record) {
    assert.ok(claim_id.startsWith(`record-${measure}-`), claim_id);
    assert.match(claim_id, /^[a-z0-9-]+$/);
  }
});

Deno.test("a wording has at most twelve words; where there is none, the note says so", () => {
  for (const { claim_id, wording, note } of record) {
    const words = wording?.split(/\s+/).length ?? 0;
    assert.ok(words <= 12, `${claim_id}: ${words} words`);
    if (words === 0) assert.match(note ?? "", /were not kept/, claim_id);
  }
});

Deno.test("a count to the unit is exact, and a bare number shows its rounding", () => {
  for (const { claim_id, kind, hedge, stated, stated_high } of record) {
    if (kind !== "total" || stated_high) continue;
    const unit = toNumber(parseDecimal(stated!).unit);
    if (unit === 1) assert.equal(hedge, "exact", claim_id);
    if (hedge !== "exact") assert.ok(unit > 1, claim_id);
  }
});

Deno.test("official figures are counts to the unit of a register that is named", () => {
  for (const row of record) {
    if (row.status !== "official") continue;
    assert.equal(row.kind, "total", row.claim_id);
    assert.equal(row.hedge, "exact", row.claim_id);
    assert.ok(row.speaker, row.claim_id);
    const { register } = measures.get(row.measure)!;
    assert.ok(register && register !== "not stated", row.claim_id);
  }
});

Deno.test("each register has both articles as its full parts, and none is tied to another", () => {
  for (const register of ["registered", "table", "bureau"]) {
    const parts = data.measures.filter((row) =>
      row.part_of === register && row.split === "full"
    );
    assert.deepEqual(parts.map((row) => row.measure), [
      `${register}-407`,
      `${register}-408`,
    ]);
  }
  for (const { measure, part_of, register, unit } of data.measures) {
    if (!part_of) continue;
    const whole = measures.get(part_of)!;
    assert.equal(whole.register, register, measure);
    assert.equal(whole.unit, unit, measure);
  }
});

Deno.test("every contested figure of the record has the claim that contests it, and the other way round", () => {
  const against = new Set(
    data.relations
      .filter((row) => ["corrects", "contests"].includes(row.relation!))
      .map((row) => row.to),
  );
  for (const { claim_id, status } of record) {
    assert.equal(status === "contested", against.has(claim_id), claim_id);
  }
});

Deno.test("known variants and misreadings stay in, corrected or contested", () => {
  const claim = (id: string) => record.find((row) => row.claim_id === id)!;
  // Of several that contest a number the last in the list is the one meant here.
  const against = (relation: string) =>
    new Map(
      data.relations.filter((row) => row.relation === relation)
        .filter((row) => claim(row.from) && claim(row.to))
        .map((row) => [claim(row.to).stated, claim(row.from)]),
    );
  const [corrects, contests] = [against("corrects"), against("contests")];
  for (
    const [corrected, wrong, right] of [
      [corrects, "90950", "90590"],
      [corrects, "185339", "202997"],
      [corrects, "6641", "6988"],
      // What an editor holds against a number silences nobody.
      [contests, "18628", "17658"],
      [contests, "3442", "3471"],
    ] as const
  ) {
    assert.equal(corrected.get(wrong)?.stated, right, wrong);
    const other = record.find((row) => row.stated === wrong)!;
    assert.equal(other.measure, corrected.get(wrong)?.measure, wrong);
    assert.equal(other.start, corrected.get(wrong)?.start, wrong);
    assert.equal(other.end, corrected.get(wrong)?.end, wrong);
  }
});

Deno.test("proceedings that a page words as people have people as a reading, and the other way round", () => {
  for (const { claim_id, note, measure, kind } of record) {
    if (kind === "none" || !/Worded as (?!almost)/.test(note ?? "")) continue;
    const unit = measures.get(measure)!.unit;
    const units = data.readings
      .filter((row) => row.claim_id === claim_id && row.measure)
      .map((row) => measures.get(row.measure!)!.unit);
    assert.ok(units.some((other) => other !== unit), claim_id);
  }
});

Deno.test("one statement has one origin, in whichever collection it stands", () => {
  const collections = (origin: string) =>
    new Set(
      data.claims.filter((row) => row.origin === origin)
        .map((row) => row.collection),
    );
  for (
    const origin of [
      "dmytruk-2025-07",
      "ft-2024-12-01",
      "opendatabot-2024-12",
      "pgo-table-2025-06",
      "polish-official-ft-2024-12-01",
      "sadovoy-pow-2025-11-28",
      "welt-wanner-2025-11-09",
      "zakharova-2025-11-07",
    ]
  ) {
    assert.deepEqual([...collections(origin)], ["reports", "record"], origin);
  }
  const pages = (origin: string) =>
    new Set(
      record.filter((row) => row.origin === origin)
        .map((row) => row.source_id),
    ).size;
  assert.ok(pages("pgo-reply-ukrainska-pravda-2025-08") >= 5);
  assert.ok(pages("slovoidilo-2025-10") >= 4);
});

Deno.test("a statement of a report has the same period where the record has it", () => {
  for (const row of record) {
    const echo = data.claims.find((other) =>
      other.collection === "reports" && other.origin === row.origin &&
      other.measure === row.measure && other.kind === row.kind &&
      other.stated === row.stated
    );
    if (!echo) continue;
    assert.deepEqual(
      [row.start, row.end, row.of_start, row.of_end],
      [echo.start, echo.end, echo.of_start, echo.of_end],
      row.claim_id,
    );
  }
});

Deno.test("the codebook defines every measure and every origin", async () => {
  const codebook = await Deno.readTextFile(
    new URL("../../data/README.md", import.meta.url),
  );
  const named = (id: string, base = id) =>
    codebook.includes(`\`${id}\``) || codebook.includes(`\`${base}\``);
  for (const { measure } of data.measures) {
    const base = measure.replace(/-40[78]$/, "");
    assert.ok(
      named(measure, base) || named(`${base}-407`),
      `measure ${measure}`,
    );
  }
  for (const { origin } of data.claims) {
    if (!origin) continue;
    assert.ok(
      named(origin, origin.replace(/\d{4}-\d{2}$/, "")),
      `origin ${origin}`,
    );
  }
  for (const { publisher_kind } of data.sources) {
    assert.match(codebook.replaceAll(/\s+/g, " "), RegExp(publisher_kind!));
  }
});

Deno.test("no host of an address ends with a stray dot", () => {
  for (const { source_id, url } of data.sources) {
    if (!url) continue;
    const { hostname, protocol } = new URL(url);
    assert.match(protocol, /^https?:$/, source_id);
    assert.match(hostname, /^[^.]+(\.[^.]+)+$/, source_id);
  }
});
