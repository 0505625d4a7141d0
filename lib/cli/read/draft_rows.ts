import type { Draft } from "../../reading/types.ts";
import { CLAIM_COLUMNS, DRAFT_COLUMNS } from "./columns.ts";
import { slug } from "./read_file.ts";
import type { TextTable } from "./table_text.ts";

type Row = Readonly<Record<string, string>>;

/** Where a draft comes from. */
export interface DraftSource {
  readonly sourceId: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
}

/** A draft as a row: the columns of a claim, why, and its source. */
export function draftRow(draft: Draft, source: DraftSource): Row {
  const cell = (value: string | null) => value ?? "";
  const speaker = draft.speaker ?? source.publisher;
  return {
    claim_id: "",
    measure: "",
    kind: draft.kind,
    stated: draft.stated,
    stated_high: cell(draft.stated_high),
    hedge: draft.hedge === "bare" ? "" : draft.hedge,
    rounding: cell(draft.rounding),
    start: cell(draft.start),
    end: draft.kind === "level" ? cell(draft.start) : cell(draft.end),
    period_said: cell(draft.period_said),
    as_of: cell(draft.as_of),
    per: cell(draft.per),
    of_start: cell(draft.of_start),
    of_end: cell(draft.of_end),
    status: draft.speaker || draft.origin ? "attributed" : "unverified",
    source_id: source.sourceId,
    locator: draft.locator,
    wording: draft.wording,
    speaker,
    origin: cell(draft.origin),
    why: draft.why.join("; "),
    publisher: source.publisher,
    published: source.published,
    language: source.language,
  };
}

/** A claim's id from its source and its words, not yet taken. */
function idOf(row: Row, draft: Draft, taken: ReadonlySet<string>): string {
  const words = slug(`${draft.stated} ${draft.unit ?? draft.kind}`);
  const stem = `${row.source_id}-${row.locator}-${words}`;
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return id;
}

/** Rows of claims that may be what a draft proposes: of one place. */
function placeOf({ source_id, locator }: Row): string {
  return JSON.stringify([source_id, locator]);
}

/** Whether a claim of the same place has the words of a draft. */
function sameWords(claim: Row, draft: Row): boolean {
  const [a, b] = [claim.wording ?? "", draft.wording ?? ""];
  if (a === "" || b === "") return false;
  if (a === b || a.includes(b) || b.includes(a)) return true;
  return claim.stated === draft.stated &&
    (overlaps(a, b) || overlaps(b, a));
}

/** So many letters that two wordings share are no accident. */
const SHARED = 6;

/** Whether one wording ends as the other begins. */
function overlaps(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length, 300);
  for (let length = most; length >= SHARED; length--) {
    if (a.endsWith(b.slice(0, length))) return true;
  }
  const digits = /\d[\d.,\u00a0\u202f ]*\d|\d/u;
  const number = digits.exec(a)?.[0];
  return number !== undefined && digits.exec(b)?.[0] === number;
}

/**
 * Adds drafts to a table of drafts, each once: not those that are in it, nor
 * those whose source, place and wording a claim has.
 *
 * @param sources Ids that stand for the same source.
 */
export function addDrafts(
  table: TextTable | undefined,
  claims: readonly Row[],
  drafts: readonly { draft: Draft; row: Row }[],
  sources: ReadonlySet<string>,
): { table: TextTable; added: number; known: number } {
  const rows = [...table?.rows ?? []];
  const taken = new Set(
    [...rows, ...claims].map(({ claim_id }) => claim_id ?? ""),
  );
  const free = new Map<string, Row[]>();
  for (const row of [...claims, ...rows]) {
    const same = sources.has(row.source_id ?? "")
      ? { ...row, source_id: "" }
      : row;
    const at = free.get(placeOf(same)) ?? [];
    at.push(row);
    free.set(placeOf(same), at);
  }
  let [added, known] = [0, 0];
  for (const { draft, row } of drafts) {
    const at = free.get(placeOf({ ...row, source_id: "" })) ?? [];
    // Exact words first, so that two drafts of a place do not take one row.
    let found = at.findIndex((other) => other.wording === row.wording);
    if (found < 0) found = at.findIndex((other) => sameWords(other, row));
    if (found >= 0) {
      at.splice(found, 1);
      known++;
      continue;
    }
    const id = idOf(row, draft, taken);
    taken.add(id);
    rows.push({ ...row, claim_id: id });
    added++;
  }
  const columns = table?.columns ?? [...CLAIM_COLUMNS, ...DRAFT_COLUMNS];
  const missing = [...CLAIM_COLUMNS, ...DRAFT_COLUMNS].filter((name) =>
    !columns.includes(name)
  );
  return { table: { columns: [...columns, ...missing], rows }, added, known };
}
