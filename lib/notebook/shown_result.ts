import {
  asideColumns,
  blameColumns,
  boundsColumns,
  conflictColumns,
  impliedColumns,
  proofColumns,
  repairColumns,
  toldColumns,
} from "../analysis/result_columns.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatPercent } from "../quantity/percent.ts";
import { period } from "../quantity/period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { phraseBetween } from "../quantity/phrase_bounds.ts";
import { unawaited } from "../quantity/unawaited.ts";
import type { ToldConflict } from "../reconcile/proof/tell_conflicts.ts";
import { tellSetAside } from "../reconcile/proof/tell_set_aside.ts";
import {
  type Alternatives,
  type Blame,
  type Bounds,
  type CheapestRepair,
  type Coverage,
  type Dissolves,
  type Implied,
  Reconciliation,
} from "../reconcile/reconciliation.ts";
import type {
  BoundsJson,
  ClaimJson,
  ConflictJson,
  RepairJson,
  SetAsideJson,
} from "../reconcile/result.ts";
import type { ReadingChoice, ReadingOf } from "../reconcile/search/readings.ts";
import type { Show } from "../reconcile/show.ts";
import { escapeHtml } from "../text/escape_html.ts";
import { plain } from "../text/plain.ts";
import { type Media, showing } from "../text/showing.ts";
import { listing, mediaOf } from "./listing.ts";
import { table } from "./table.ts";
import { type Form, setForm } from "./tabular.ts";

/** A sentence, and what stands below it. */
function sentence(text: string, below: readonly Media[] = []): Media {
  return {
    "text/html": [
      `<p class="mathjax_ignore">${escapeHtml(text)}</p>`,
      ...below.map((media) => media["text/html"]),
    ].join("\n"),
    "text/plain": [plain(text), ...below.map((media) => media["text/plain"])]
      .join("\n\n"),
  };
}

/** "17 to 19", "at least 5", "any number", to thousandths. */
function rangeWords(low: number | null, high: number | null): string {
  return low === null ? "no number" : phraseBetween(low, high);
}

/** What a best choice of readings comes to. */
function chosen(
  { choice, dropped, weight, never, complete }: ReadingChoice,
): Media {
  const list = (items: readonly string[]) => items.join(", ") || "none";
  const as = (rows: readonly ReadingOf[]) =>
    list(rows.map(({ claim, reading }) => `${claim} as ${reading}`));
  const others = choice.filter(({ reading }) => reading !== "default");
  const first = `With the best choice of readings claims of weight ` +
    `${formatNumber(weight)} agree, of ${formatNumber(choice.length)}. It ` +
    `leaves out: ${list(dropped)}. Readings other than the default in it: ` +
    `${as(others)}.`;
  const second = `Readings that are in no best choice: ${as(never)}.` +
    (complete ? "" : " The search was cut; there may be more.");
  return sentence(first, [sentence(second)]);
}

/**
 * A reconciliation whose parts show themselves: in a notebook as tables and
 * sentences, in a terminal as plain text. What it works out is the same.
 */
export class ShownResult extends Reconciliation {
  override get setAside(): SetAsideJson[] {
    const caption = super.replaced.replace(/\.$/, "") || "None is set aside";
    return listing(super.setAside, asideColumns, caption);
  }

  /** What shows itself, by what it was made of. */
  readonly #shown = new WeakMap<object, object>();

  /** A list as one that shows itself, each time the same. */
  #listing<T>(
    given: readonly T[],
    form: Form,
    caption: string,
    dress: (row: T) => T = (row) => row,
  ): readonly T[] {
    return this.#once(given, () => listing(given.map(dress), form, caption));
  }

  #once<T extends object>(given: T, make: () => T): T {
    let shown = this.#shown.get(given);
    if (!shown) this.#shown.set(given, shown = Object.freeze(make()));
    return shown as T;
  }

  override get claims(): readonly ClaimJson[] {
    const caption = "What each claim allows, and what the others imply for it";
    return this.#listing(super.claims, impliedColumns, caption);
  }

  override get conflicts(): readonly ConflictJson[] {
    const caption = this.conflictsComplete
      ? "Conflicts"
      : "Conflicts found; there may be more";
    return this.#listing(
      super.conflicts,
      conflictColumns,
      caption,
      (one) =>
        showing({ ...one }, () =>
          sentence(one.text, [
            mediaOf(table(one.proof, { caption: "Its proof" })),
          ])),
    );
  }

  override get told(): readonly ToldConflict[] {
    const caption = this.conflictsComplete
      ? "Conflicts, each told once"
      : "Conflicts found, each told once; there may be more";
    return this.#listing(super.told, toldColumns, caption);
  }

  override get repairs(): readonly RepairJson[] {
    const caption = "Repairs, the cheapest first";
    return this.#listing(super.repairs, repairColumns, caption);
  }

  override get cheapestRepair(): CheapestRepair {
    const given = super.cheapestRepair;
    return this.#once(given, () => showing({ ...given }, () => this.#remedy));
  }

  override get alternatives(): readonly Alternatives[] {
    const given = super.alternatives;
    return this.#once(given, () => showing([...given], () => this.#remedy));
  }

  get #remedy(): Media {
    return sentence(
      this.consistent
        ? "Nothing to repair: the claims agree."
        : `${this.remedy}.`,
    );
  }

  override get blame(): readonly Blame[] {
    const caption = "Share of the repairs that leave each claim out";
    return this.#listing(super.blame, blameColumns, caption);
  }

  override bounds(measure: string, start: string, end: string): Bounds {
    const bounds = super.bounds(measure, start, end);
    return showing(bounds, () => {
      const { low, high, lowProof, highProof, without, tight } = bounds;
      const said = `${this.nameOf(bounds.measure)}, ${
        describePeriod(period(bounds.start, bounds.end))
      }: ${rangeWords(low, high)}${tight ? "" : ", or tighter"}.`;
      const left = without.length === 0
        ? ""
        : ` The claims conflict; this is without ${without.join(", ")}.`;
      const proofs = [
        { proof: lowProof.proof, caption: "Why at least" },
        { proof: highProof?.proof ?? [], caption: "Why at most" },
      ].filter(({ proof }) => proof.length > 0);
      return sentence(
        said + left,
        proofs.map(({ proof, caption }) => {
          setForm(proof, proofColumns);
          return mediaOf(table(proof, { caption }));
        }),
      );
    });
  }

  override boundsEach(show?: Show): BoundsJson[] {
    return this.#bounds(super.boundsEach(show));
  }

  override overTime(wanted?: readonly string[]): BoundsJson[] {
    return this.#bounds(super.overTime(wanted));
  }

  #bounds(rows: BoundsJson[]): BoundsJson[] {
    const left = this.consistent ? "" : ", after the cheapest repair";
    return listing(rows, boundsColumns, `The tightest bounds${left}`);
  }

  override implied(claim: string): Implied {
    const implied = super.implied(claim);
    return showing(implied, () => {
      const { low, high, impliedLow, impliedHigh, narrows } = implied;
      const adds = narrows === null
        ? ""
        : `; it rules out ${formatPercent(narrows)} of that`;
      return sentence(
        `${claim} says ${rangeWords(low, high)}; the others imply ${
          rangeWords(impliedLow, impliedHigh)
        }${adds}.`,
      );
    });
  }

  override readings(): Promise<ReadingChoice> {
    const found = super.readings().then((choice) =>
      showing(choice, () => chosen(choice))
    );
    return unawaited(found, "readings()", {
      choice: [],
      dropped: [],
      weight: 0,
      exactWeight: 0,
      never: [],
      complete: true,
    });
  }

  override dissolves(
    known?: { has(claims: string): boolean },
  ): Promise<Dissolves[]> {
    return unawaited(super.dissolves(known), "dissolves()", []);
  }

  override coverage(
    estimate: string,
    official: string,
    start?: string,
    end?: string,
  ): Promise<Coverage> {
    const found = super.coverage(estimate, official, start, end);
    return unawaited(found, "coverage(…)", {
      estimate: "",
      official: "",
      start: "",
      end: "",
      low: null,
      high: null,
    });
  }

  /** The verdict, the conflicts in sentences, and what has to give. */
  override toString(): string {
    return plain([super.toString(), ...this.#items()].join("\n"));
  }

  /** What a notebook shows. */
  [Symbol.for("Jupyter.display")](): Media {
    const items = this.#items().map((item) => `<li>${escapeHtml(item)}</li>`);
    const list = items.length === 0 ? "" : `\n<ul>${items.join("")}</ul>`;
    return {
      "text/html":
        `<div class="mathjax_ignore"><p>${escapeHtml(super.toString())}</p>` +
        `${list}</div>`,
      "text/plain": this.toString(),
    };
  }

  /** The conflicts, what may give, and what was set aside, the first of each. */
  #items(): string[] {
    const aside = tellSetAside(super.setAside, this.selected)?.each ?? [];
    const told = this.consistent ? [] : super.told.map(({ text }) => text);
    return [
      ...cut(told, "conflicts: see told"),
      ...this.consistent ? [] : [`${this.remedy}.`],
      ...cut(aside, "set aside: see setAside"),
    ];
  }
}

/** How many of a kind a result tells when it is shown. */
const TOLD = 5;

/** The first of some, and how many more there are. */
function cut(items: readonly string[], what: string): string[] {
  const rest = items.length - TOLD;
  return [
    ...items.slice(0, TOLD),
    ...rest > 0 ? [`… and ${rest} more ${what}`] : [],
  ];
}
