import type { Draft } from "../types.ts";
import { slug } from "./slug.ts";
import type { Row } from "./text_table.ts";

/** Where a draft comes from. */
export interface DraftSource {
  readonly sourceId: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
  /** The file that it was read from, as seen from the dataset's folder. */
  readonly textFile: string;
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
    text_file: source.textFile,
  };
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

/** A draft and its row. */
export interface DraftedRow {
  readonly draft: Draft;
  readonly row: Row;
}

/** A draft, and the row of its source that it is, a claim or a draft. */
export interface Matched extends DraftedRow {
  readonly known: Row | null;
}

/** More rows of one place are looked through by their words alone. */
const LOOKED = 2000;

/** Rows of one place, each to be taken once. */
class Place {
  readonly #rows: Row[] = [];
  readonly #byWording = new Map<string, Row[]>();
  readonly #taken = new Set<Row>();

  add(row: Row): void {
    this.#rows.push(row);
    const like = this.#byWording.get(row.wording ?? "");
    if (like) like.push(row);
    else this.#byWording.set(row.wording ?? "", [row]);
  }

  /** Takes the row that a draft is: exact words first, so that two drafts do not take one. */
  take(draft: Row): Row | null {
    const like = this.#byWording.get(draft.wording ?? "") ?? [];
    let found = like.pop();
    while (found && this.#taken.has(found)) found = like.pop();
    found ??= this.#rows.slice(0, LOOKED).find((row) =>
      !this.#taken.has(row) && sameWords(row, draft)
    );
    if (found) this.#taken.add(found);
    return found ?? null;
  }
}

/** The row that each draft is among those of its source, if any; each once. */
export function matchDrafts(
  drafts: readonly DraftedRow[],
  rows: readonly Row[],
): Matched[] {
  const places = new Map<string, Place>();
  // The first of like words is taken first: they are popped.
  for (const row of rows.toReversed()) {
    const locator = row.locator ?? "";
    let place = places.get(locator);
    if (!place) places.set(locator, place = new Place());
    place.add(row);
  }
  return drafts.map((drafted) => ({
    ...drafted,
    known: places.get(drafted.row.locator ?? "")?.take(drafted.row) ?? null,
  }));
}

/** What a day of publication settles. */
const DATED = ["start", "end", "of_start", "of_end", "as_of"] as const;

/**
 * A draft that waits, with the dates of a later reading: the day of publication
 * was not known when it was written. Nothing that stands there is changed.
 */
export function withDates(waiting: Row, { row }: DraftedRow): Row {
  if (waiting.published || !row.published) return waiting;
  const open = DATED.every((name) => !waiting[name]);
  const dates = DATED.map((name) => [name, row[name] ?? ""]);
  return {
    ...waiting,
    ...(open ? Object.fromEntries(dates) : {}),
    ...(open ? { why: row.why ?? "" } : {}),
    published: row.published,
  };
}

/** Rows of drafts with an id each, of source and words, none of which is taken. */
export function withIds(
  drafts: readonly DraftedRow[],
  taken: ReadonlySet<string>,
): Row[] {
  const ids = new Set(taken);
  const next = new Map<string, number>();
  return drafts.map(({ draft, row }) => {
    const words = slug(`${draft.stated} ${draft.unit ?? draft.kind}`);
    const stem = `${row.source_id}-${row.locator}-${words}`;
    let n = next.get(stem) ?? 1;
    const idAt = () => n === 1 ? stem : `${stem}-${n}`;
    while (ids.has(idAt())) n++;
    next.set(stem, n + 1);
    ids.add(idAt());
    return { ...row, claim_id: idAt() };
  });
}
