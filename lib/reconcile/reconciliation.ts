import type { Measure } from "../quantity/claim.ts";
import { type Day, firstDay, formatDay, lastDay } from "../quantity/date.ts";
import type { Period } from "../quantity/period.ts";
import {
  compare,
  divide,
  max,
  min,
  type Rational,
  rational,
  subtract,
  toNumber,
  ZERO,
} from "../quantity/rational.ts";
import { refuse } from "../quantity/check_options.ts";
import { takesList, takesText } from "../quantity/takes.ts";
import type { Unit } from "../quantity/units.ts";
import { asRead, type ClaimAsRead } from "./as_read.ts";
import type { Alternatives } from "./proof/tell_alternatives.ts";
import { boundProof } from "./proof/bound_proof.ts";
import { coverageOf } from "./coverage.ts";
import { dataSpan, partSpans } from "./model/data_span.ts";
import { Budget, Clock, Deadline, inTime } from "./deadline.ts";
import { dissolvingWidth } from "./search/dissolve.ts";
import { impliedFor, type ImpliedRange } from "./implied.ts";
import { independentParts } from "./model/independent.ts";
import { InputError, readInput, unknownId } from "./model/input_error.ts";
import { isLevel } from "./model/measure_model.ts";
import type { Count, Item } from "./model/item.ts";
import { type Highs, loadHighs } from "./solve/load_highs.ts";
import { Model, Scope } from "./search/model.ts";
import { numberOf } from "./numbers.ts";
import {
  type Cheapest,
  cheapestRepairOf,
  type Lists,
  listsOf,
  type SystemRepair,
} from "./outcome.ts";
import { takesShow } from "./model/option_types.ts";
import { othersOf } from "./others.ts";
import type { Prepared } from "./model/prepare.ts";
import { renumber } from "./model/prepare.ts";
import type { Proof } from "./proof/proof.ts";
import { proofJson, timesOf } from "./proof/proof_json.ts";
import { chooseReadings, type ReadingChoice } from "./search/readings.ts";
import type {
  Blame,
  Bounds,
  BoundsJson,
  CertainJson,
  CheapestRepair,
  ClaimJson,
  ConflictJson,
  Coverage,
  Dissolves,
  Implied,
  RepairJson,
  ResultJson,
  SameAs,
  SetAsideJson,
  SideProof,
} from "./result.ts";
import { resolveReading } from "./model/resolve_reading.ts";
import { type Labels, sentenceOf } from "./proof/sentence.ts";
import { readShow, type Show, unitShown, unitsShown } from "./show.ts";
import { componentSlack, type Slack } from "./search/slack.ts";
import { frozen } from "./frozen.ts";
import { fittingEnds } from "./staleness.ts";
import type { Echo } from "./model/echoes.ts";
import type { System } from "./model/system.ts";
import type { ReconcileOptions } from "./model/tables.ts";
import {
  type ClaimFacts,
  tellConflicts,
  type ToldConflict,
} from "./proof/tell_conflicts.ts";
import { asideOf, remedyOf, resultWords, verdictOf } from "./result_words.ts";
import { type Witness, witnessesOf } from "./witnesses.ts";

export type { Alternatives } from "./proof/tell_alternatives.ts";
export type {
  Blame,
  Bounds,
  CheapestRepair,
  Coverage,
  Dissolves,
  Implied,
  SameAs,
  SideProof,
} from "./result.ts";

/** Seconds after which lists are cut, where the caller sets none. */
export const DEFAULT_SECONDS = 30;

/** Seconds that a single question may always take, where there are as many. */
const LEAST = 0.5;

/** How many conflicts and repairs are listed, where the caller sets nothing. */
const DEFAULT_MOST = 100;

/** What may be certain or not. */
const PARTS = [
  "slack",
  "conflicts",
  "repairs",
  "cheapest",
  "implied",
  "bounds",
] as const satisfies readonly (keyof CertainJson)[];

/**
 * What claims imply together. Made by `reconcile`. Whether they agree is known
 * at once; everything else is worked out when it is first asked for.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { Reconciliation } from "./reconciliation.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const year = { ...claim, start: "2024-01", end: "2024-12" };
 * using result = await reconcile([
 *   { ...year, claim_id: "a", stated: "70" },
 *   { ...year, claim_id: "b", stated: "90" },
 * ]);
 * const verdict = (found: Reconciliation) =>
 *   found.consistent ? "they agree" : found.conflicts[0]!.text;
 * assert.match(verdict(result), /more than/);
 * ```
 */
export class Reconciliation implements Disposable {
  readonly #prepared: Prepared;
  readonly #options: ReconcileOptions;
  readonly #highs: Highs | null;
  readonly #model: Model;
  // A model of its own: what was searched before must not change a proof.
  readonly #bounding: Model;
  readonly #disagreeing: readonly number[];
  readonly #labels: Labels;
  readonly #parts: readonly number[];
  readonly #spans: ReadonlyMap<number, Period>;
  readonly #budget: Budget;
  /** Seconds that a single question has where nothing is left. */
  readonly #floor: number;
  #foundCheapest: Cheapest | undefined;
  #foundLists: Lists | undefined;
  #foundSlack: Slack | undefined;
  #left: Scope | undefined;
  #foundClaims:
    | { readonly json: ClaimJson; readonly certain: boolean }[]
    | undefined;
  /** What getters gave: the same again, and never changed. */
  readonly #given = new Map<PropertyKey, unknown>();
  #foundListed:
    | { readonly rows: readonly BoundsJson[]; readonly tight: boolean }
    | undefined;

  /**
   * Use `reconcile`, which prepares the input and loads the solver.
   *
   * @ignore
   */
  constructor(
    prepared: Prepared,
    system: System,
    measures: readonly Measure[],
    highs: Highs | null,
    options: ReconcileOptions,
  ) {
    // A wrong option is told before anything is worked out.
    readShow(options.show ?? {}, system.measures);
    this.#prepared = prepared;
    this.#options = options;
    this.#highs = highs;
    const { seconds = DEFAULT_SECONDS } = options;
    const clock = new Clock();
    this.#floor = Math.min(LEAST, seconds / 20);
    this.#model = new Model(system, highs, clock, options.by);
    this.#bounding = new Model(system, highs, clock);
    // The verdict may take a little longer than all the rest.
    const verdict = new Budget(seconds + Math.max(0.5, seconds / 20), clock);
    const began = performance.now();
    this.#disagreeing = verdict.spend(
      1,
      () => inTime(() => this.#model.disagreeing(), () => null),
    ) ?? undecided();
    const took = (performance.now() - began) / 1000;
    this.#budget = new Budget(Math.max(0, seconds - took), clock);
    this.#parts = independentParts(system.items, system.measures);
    this.#spans = partSpans(system.items, system.measures, this.#parts);
    this.#labels = new Map(
      measures.flatMap(({ measure, label }) =>
        label ? [[measure, label] as const] : []
      ),
    );
  }

  get #cheapest(): Cheapest {
    if (this.#foundCheapest) return this.#foundCheapest;
    const found = this.#budget.spend(
      0.6,
      (deadline) => cheapestRepairOf(this.#model, this.#disagreeing, deadline),
    );
    // Where it is not certain the lists may hold a better one: the best one
    // known is that of every answer.
    if (found.certain) return this.#foundCheapest = found;
    this.#foundLists = this.#listsWith(found);
    return this.#foundCheapest = this.#foundLists.cheapest;
  }

  get #lists(): Lists {
    const cheapest = this.#cheapest;
    return this.#foundLists ??= this.#listsWith(cheapest);
  }

  #listsWith(cheapest: Cheapest): Lists {
    const { most = DEFAULT_MOST } = this.#options;
    return this.#budget.spend(
      0.5,
      (deadline) => listsOf(this.#model, cheapest, most, deadline),
    );
  }

  /** What a getter gives, worked out and frozen when it is first asked for. */
  #once<T>(getter: keyof this, work: () => T): T {
    if (!this.#given.has(getter)) this.#given.set(getter, frozen(work()));
    return this.#given.get(getter) as T;
  }

  /** Everything but the cheapest repair. */
  get #repaired(): Scope {
    return this.#left ??= new Scope(this.#cheapest.items);
  }

  /** Frees the memory of the linear solver; asked again, it is built anew. */
  [Symbol.dispose](): void {
    this.#model[Symbol.dispose]();
    this.#bounding[Symbol.dispose]();
  }

  /** Whether all claims of the selection can be true together. */
  get consistent(): boolean {
    return this.#disagreeing.length === 0;
  }

  /**
   * The least t, from 0 to 1, for which the claims agree once every bound gives
   * to [low·(1−t), high·(1+t)]; exact where no ratio or share conflicts, else
   * to 1e-6.
   */
  get slack(): number {
    return toNumber(this.#slack.share);
  }

  /** Of all components, that which must give most. */
  get #slack(): Slack {
    return this.#foundSlack ??= this.#budget.spend(0.7, (deadline) => {
      const { system } = this.#model;
      return this.#disagreeing.reduce((slack, index, i): Slack => {
        const component = system.components[index]!;
        const part = deadline.share(1 / (this.#disagreeing.length - i));
        const own = componentSlack(
          system,
          component,
          this.#highs,
          part,
          slack.share,
        );
        return {
          share: max(slack.share, own.share),
          certain: slack.certain && own.certain,
        };
      }, { share: ZERO, certain: true });
    });
  }

  /** The measures in play, in order. */
  get measures(): string[] {
    const { items, measures } = this.#model.system;
    const parts = new Set(
      items.map(({ count }) =>
        this.#parts[measures.indexOf.get(count.measure)!]
      ),
    );
    return measures.names.filter((_, m) => parts.has(this.#parts[m]));
  }

  /** From the earliest to the latest day of any modelled claim. */
  get span(): { readonly start: string; readonly end: string } | null {
    const span = dataSpan(this.#model.system.items);
    return span && { start: formatDay(span.start), end: formatDay(span.end) };
  }

  /** Ids of the modelled claims, in file order. */
  get modelled(): string[] {
    return this.#model.system.items.map(({ claim }) => claim.claim_id);
  }

  /** Claims that are not taken, since others replaced them, in file order. */
  get setAside(): SetAsideJson[] {
    return [...this.#prepared.setAside];
  }

  /**
   * Claims that are counted as echoes of another one, with `echoes` once, in file
   * order: they are none of the modelled ones.
   */
  get echoes(): Echo[] {
    return [...this.#prepared.echoes];
  }

  /** How many claims the selection has, with those that are set aside. */
  get selected(): number {
    return this.#prepared.claims.length + this.#prepared.setAside.length;
  }

  /**
   * Measures in play that the data itself takes to be others, by `same_as`,
   * with its grounds, in the order of the measures table.
   */
  get sameAs(): SameAs[] {
    const { tables, measures } = this.#prepared;
    const assumed = new Set(this.#options.same?.map(([a]) => a));
    const inPlay = new Set(this.measures);
    return tables.measures.flatMap(({ measure, same_as, same_grounds }) => {
      const name = measures.names[measures.indexOf.get(measure)!]!;
      if (!same_as || assumed.has(measure) || !inPlay.has(name)) return [];
      return [{ measure, same_as, grounds: same_grounds || null }];
    });
  }

  /** What the modelled claims say, in file order: for `tellConflicts`. */
  get facts(): ClaimFacts[] {
    const { items, measures } = this.#model.system;
    const over = ({ measure, start, end }: Count) => ({
      measure: measures.names[measures.indexOf.get(measure)!]!,
      start: formatDay(start),
      end: formatDay(end),
    });
    return items.map(({ claim, cells, count, of, span, stated }) => ({
      claim: claim.claim_id,
      kind: cells.kind === "rate"
        ? `rate, ${cells.per || "month"}, ${cells.spread || "mean"}`
        : span
        ? `${cells.kind}, ${cells.per || "month"}`
        : cells.kind,
      ...over(count),
      of: of ? over(of) : span && over({ measure: count.measure, ...span }),
      low: numberOf(stated.low),
      high: numberOf(stated.high),
    }));
  }

  /**
   * The claims as they are taken, each in its reading: the modelled ones and
   * those that are recorded alone, in file order.
   */
  get asRead(): ClaimAsRead[] {
    return asRead(this.#prepared, this.#model.system.items);
  }

  /**
   * Ids of the claims of the selection that are recorded and not modelled, since
   * their reading is of kind `none`, in file order.
   */
  get recorded(): string[] {
    const { claims, readings, readingOf } = this.#prepared;
    return claims.map((claim) => claim.claim_id).filter((id, i) =>
      resolveReading(claims[i]!, readingOf(id), readings.get(id) ?? []).kind ===
        "none"
    );
  }

  /**
   * Whether a measure counts a flow over a period, or a level at the end of a
   * day.
   *
   * @throws {InputError} When the measure is unknown.
   */
  counts(measure: string): "flow" | "level" {
    this.#measure(measure);
    return isLevel(this.#model.system.measures, measure) ? "level" : "flow";
  }

  /**
   * What a measure is called: its label, or its id where it has none, as one that
   * the data does not name.
   *
   * @throws {InputError} When it is no text.
   */
  nameOf(measure: string): string {
    takesText(measure, "measure");
    return this.#labels.get(measure) ?? measure;
  }

  /** Modelled claims in file order, with what the others imply for each. */
  get claims(): readonly ClaimJson[] {
    return this.#once(
      "claims",
      () => this.#impliedClaims.map(({ json }) => json),
    );
  }

  /**
   * Whether what the others imply is certain for each of the claims: false when
   * the time ran out before the cheapest repair of the others was found.
   */
  get impliedCertain(): boolean {
    return this.#impliedClaims.every(({ certain }) => certain);
  }

  /**
   * What the time sufficed for, of all that `toJSON` gives. Whatever is not
   * worked out yet is worked out for it.
   */
  get certain(): CertainJson {
    return this.#once("certain", () => ({
      slack: this.isCertain("slack"),
      conflicts: this.isCertain("conflicts"),
      repairs: this.isCertain("repairs"),
      cheapest: this.isCertain("cheapest"),
      implied: this.isCertain("implied"),
      bounds: this.isCertain("bounds"),
    }));
  }

  /**
   * Whether the time sufficed for one of these alone.
   *
   * @throws {InputError} When it is none of them.
   */
  isCertain(what: keyof CertainJson): boolean {
    switch (what) {
      case "slack":
        return this.#slack.certain;
      case "conflicts":
        return this.#lists.conflictsCertain;
      case "repairs":
        return this.#lists.repairsCertain;
      case "cheapest":
        return this.#cheapest.certain;
      case "implied":
        return this.impliedCertain;
      case "bounds":
        return this.#cheapest.certain && this.#listed.tight;
      default:
        throw unknownId("part of the result", what, PARTS);
    }
  }

  get #impliedClaims() {
    return this.#foundClaims ??= this.#impliedClaimsWith(this.#lists.cheapest);
  }

  /** What the lists have found makes the search among the others short. */
  #impliedClaimsWith(cheapest: Cheapest) {
    const { items } = this.#model.system;
    return items.map((item, i) => {
      // Each claim may take more than its share of the time left: on a slow
      // machine one that needs it would else be told less than on a fast one.
      const { low, high, certain } = this.#budget.spent
        ? UNTOLD
        : this.#budget.spend(
          Math.max(0.25, 1 / (items.length - i)),
          (deadline) => this.#implied(i, cheapest, deadline),
        );
      const json = {
        claim: item.claim.claim_id,
        reading: item.reading,
        low: numberOf(item.stated.low),
        high: numberOf(item.stated.high),
        implied_low: numberOf(low),
        implied_high: numberOf(high),
      };
      return { json, certain };
    });
  }

  /**
   * Minimal sets of claims that cannot all be true, by size, then ids. By origin
   * minimal sets of witnesses, with the claims of the proof.
   */
  get conflicts(): readonly ConflictJson[] {
    return this.#once(
      "conflicts",
      () =>
        this.#lists.conflicts.map(({ items, units, proof }) => ({
          claims: items.map((item) => this.#id(item)),
          ...this.#options.by && { origins: this.#names(units) },
          text: sentenceOf(proof, this.#labels),
          ...proofJson(proof),
        })),
    );
  }

  /**
   * How many claims of the selection were set aside as corrected, superseded or
   * older vintages, in a sentence; empty where none was. `setAside` has them.
   */
  get replaced(): string {
    const { setAside } = this.#prepared;
    return asideOf({ setAside, selected: this.selected });
  }

  /**
   * The verdict on the claims, to follow "they": "can all be true.", or "cannot
   * all be true." and by how much every bound would have to give.
   */
  get verdict(): string {
    return verdictOf(this);
  }

  /** What the cheapest repair leaves out, and what could give instead. */
  get remedy(): string {
    return remedyOf(this);
  }

  /** The conflicts as `tellConflicts` tells them: each once, with its likes. */
  get told(): readonly ToldConflict[] {
    return this.#once("told", () =>
      tellConflicts(
        this.conflicts,
        this.facts,
        (measure) => this.nameOf(measure),
      ));
  }

  /** Whether no conflict is missing from the list. */
  get conflictsComplete(): boolean {
    return this.#lists.conflictsComplete;
  }

  /**
   * Minimal sets of claims whose removal makes the rest consistent, by weight,
   * size and ids; none where there is nothing to repair. By origin minimal sets
   * of witnesses, with all their claims.
   */
  get repairs(): readonly RepairJson[] {
    return this.#once(
      "repairs",
      () => this.#lists.repairs.map((repair) => this.#repairJson(repair)),
    );
  }

  /** Whether no repair is missing from the list. */
  get repairsComplete(): boolean {
    return this.#lists.repairsComplete;
  }

  /**
   * The cheapest repair: least weight, then fewest claims, then ids in order;
   * the true optimum even where the lists are cut, unless it says otherwise.
   */
  get cheapestRepair(): CheapestRepair {
    return this.#once("cheapestRepair", () => {
      const { certain, ...repair } = this.#cheapest;
      return { ...this.#repairJson(repair), certain };
    });
  }

  /**
   * What could give instead of the cheapest repair and weigh as little, as
   * choices that can be made one apart from the other: the cheapest repair is
   * the first option of each. None where there is nothing to repair.
   */
  get alternatives(): readonly Alternatives[] {
    return this.#once(
      "alternatives",
      () =>
        this.#lists.choices.map(({ options, complete }) => ({
          options: options.map((items) => items.map((item) => this.#id(item))),
          complete,
        })),
    );
  }

  /**
   * For each claim, in file order, the share of the repairs of its independent
   * component that drop it; of those found, where the list is not complete.
   */
  get blame(): readonly Blame[] {
    return this.#once("blame", () => {
      const { blame } = this.#lists;
      return this.#model.system.items.map(({ claim }, i) => ({
        claim: claim.claim_id,
        share: blame[i]!,
      }));
    });
  }

  /** Claims of the selection, modelled or not, grouped by origin. */
  get witnesses(): Witness[] {
    return witnessesOf(this.#prepared.claims);
  }

  /**
   * The tightest low and high that the claims together imply for a count, after
   * the cheapest repair where they conflict, each side with its proof.
   *
   * @param start `YYYY-MM-DD` or `YYYY-MM`, its first day.
   * @param end `YYYY-MM-DD` or `YYYY-MM`, its last day.
   * @throws {InputError} When the measure is unknown or a date malformed.
   */
  bounds(measure: string, start: string, end: string): Bounds {
    const index = this.#measure(measure);
    const { measures } = this.#model.system;
    const period = isLevel(measures, measure)
      ? dayOf(measure, start, end)
      : periodOf(start, end);
    const count = { measure: measures.names[index]!, ...period };
    const scope = this.#repaired;
    const prove = (side: "low" | "high") => {
      const { start, end } = period;
      const extreme = this.#budget.spend(
        0.5,
        () => this.#bounding.count(index, start, end, side, scope, true),
        this.#floor,
      );
      const goal = { side, count };
      return {
        ...extreme,
        proof: boundProof(this.#bounding.system, extreme, goal),
      };
    };
    const low = prove("low");
    const high = prove("high");
    return {
      measure: count.measure,
      start: formatDay(period.start),
      end: formatDay(period.end),
      low: numberOf(low.value)!,
      high: numberOf(high.value),
      exactLow: low.value!,
      exactHigh: high.value,
      lowProof: sideProof(low.proof!),
      highProof: high.proof && sideProof(high.proof),
      tight: low.tight && high.tight,
      without: this.#leftOut(index),
    };
  }

  /**
   * Bounds of every calendar month that the claims of a measure's independent
   * part touch, from the earliest of their days to the latest, for every measure
   * in play or for some of them. Months are whole.
   */
  monthly(wanted?: readonly string[]): BoundsJson[] {
    if (wanted !== undefined) takesList(takesText, "ids")(wanted, "wanted");
    return this.boundsEach({ measures: wanted });
  }

  /**
   * Bounds of every unit of the calendar that is shown, measure by measure, as
   * `monthly` has them of months: those that touch the days between `from` and
   * `to`, of the measures named. Default: what the options show.
   *
   * @throws {InputError} When a key, date, unit or measure is none, or there are
   * more than a million.
   */
  boundsEach(show?: Show): BoundsJson[] {
    if (show === undefined) return [...this.#listed.rows];
    takesShow(show, "show");
    return this.#boundsOf(show).rows;
  }

  /**
   * The unit in which charts and tables show a measure, or all measures: the one
   * that was asked for, else the one that gives its span, as far as it is shown,
   * 10 to 60 steps (`unitFor`). Nothing to show: month.
   *
   * @param show What is asked for. Default: what the result was asked to show.
   * @throws {InputError} When the measure is unknown, or a key of `show` or its
   * value is none.
   */
  unitOf(measure?: string, show: Show = this.shown): Unit {
    takesShow(show, "show");
    const { per } = show;
    if (per !== undefined) return per;
    const span = measure === undefined
      ? dataSpan(this.#model.system.items)
      : this.#spans.get(this.#parts[this.#measure(measure)]!);
    return (span && unitShown(show, span)) ?? "month";
  }

  /**
   * Bounds over time, each measure in the unit that suits it (`unitOf`): what
   * `boundsEach` has of the days and measures that it was asked to show.
   *
   * @param wanted Only these measures.
   * @throws {InputError} When a measure is none.
   */
  overTime(wanted?: readonly string[]): BoundsJson[] {
    if (wanted !== undefined) takesList(takesText, "ids")(wanted, "wanted");
    const asked = { ...this.shown, ...(wanted ? { measures: wanted } : {}) };
    return this.#measuresOf(asked).flatMap((measure) =>
      this.boundsEach({
        ...asked,
        per: this.unitOf(measure),
        measures: [measure],
      })
    );
  }

  /** Which bounds it was asked to show. */
  get shown(): Show {
    return this.#options.show ?? {};
  }

  /** The bounds that the result lists, and whether all are the tightest. */
  get #listed() {
    return this.#foundListed ??= this.#boundsOf(this.#options.show ?? {});
  }

  /** The measures in play that are shown. */
  #measuresOf(show: Show): string[] {
    const { measures } = this.#model.system;
    const { measures: wanted } = readShow(show, measures);
    return this.measures.filter((id) =>
      wanted?.has(measures.indexOf.get(id)!) ?? true
    );
  }

  /** The units that are shown of each measure. */
  #unitsOf(show: Show): { readonly m: number; readonly units: Period[] }[] {
    const { measures } = this.#model.system;
    const shown = readShow(show, measures);
    const wanted = this.#measuresOf(show)
      .map((id) => measures.indexOf.get(id)!);
    const spans = wanted.map((m) => this.#spans.get(this.#parts[m]!) ?? null);
    const units = unitsShown(shown, spans);
    return wanted.map((m, i) => ({ m, units: units[i]! }));
  }

  #boundsOf(show: Show): { readonly rows: BoundsJson[]; tight: boolean } {
    const { names } = this.#model.system.measures;
    const scope = this.#repaired;
    let tight = true;
    const rows: BoundsJson[] = [];
    const { families, familyOf } = this.#model.system.measures;
    this.#budget.spend(0.5, () => {
      const shown = this.#unitsOf(show).map(({ m, units }) => ({
        m,
        // Of a level its number on the unit's last day.
        units: families[familyOf[m]!]!.level
          ? units.map(({ end }) => ({ start: end, end }))
          : units,
      }));
      for (const { m, units } of shown) this.#model.foresee(m, units);
      for (const { m, units } of shown) {
        for (const { start, end } of units) {
          const side = (which: "low" | "high") => {
            const found = this.#model.count(m, start, end, which, scope);
            tight &&= found.tight;
            return numberOf(found.value);
          };
          rows.push({
            measure: names[m]!,
            start: formatDay(start),
            end: formatDay(end),
            low: side("low")!,
            high: side("high"),
          });
        }
      }
    }, this.#floor);
    return { rows, tight };
  }

  /**
   * What the other claims imply for a claim, in its own unit, and how much it
   * adds to them.
   *
   * @throws {InputError} When the claim is not modelled in this selection.
   */
  implied(claim: string): Implied {
    const item = this.#item(claim);
    const { cheapest } = this.#lists;
    const implied = this.#budget.spend(
      0.5,
      (deadline) => this.#implied(item.index, cheapest, deadline),
      this.#floor,
    );
    const { low, high } = item.stated;
    return {
      claim,
      low: numberOf(low),
      high: numberOf(high),
      impliedLow: numberOf(implied.low),
      impliedHigh: numberOf(implied.high),
      certain: implied.certain,
      narrows: numberOf(ruledOut(item, implied)),
    };
  }

  /**
   * The month ends, within the span of the data, at which the others would
   * allow a total's number for the count from its own start.
   *
   * @throws {InputError} When the claim is no modelled total of this selection.
   */
  staleness(claim: string): string[] {
    const item = this.#item(claim);
    if (item.cells.kind !== "total") {
      throw new InputError(
        `'${claim}' is a ${item.cells.kind}; only a total goes stale`,
      );
    }
    const { cheapest } = this.#lists;
    return this.#budget.spend(0.5, (deadline) => {
      const { scope } = othersOf(this.#model, item.index, cheapest, deadline);
      return fittingEnds(this.#model, item.index, scope).map(formatDay);
    }, this.#floor);
  }

  /**
   * A choice of readings that makes the greatest weight of claims agree, and
   * the readings that are in no such choice. Readings that the options fix stay.
   */
  async readings(): Promise<ReadingChoice> {
    const { seconds = DEFAULT_SECONDS, reading = {} } = this.#options;
    const modelled = new Set(this.#model.system.items.map((i) => i.claim));
    const left = new Set<string>();
    if (this.#options.echoes) {
      const rows = this.#prepared.claims.filter((c) =>
        c.kind !== "none" && !modelled.has(c)
      );
      for (const { claim_id } of rows) left.add(claim_id);
    }
    return await chooseReadings(
      this.#prepared,
      new Set(Object.keys(reading)),
      left,
      new Deadline(seconds),
    );
  }

  /**
   * For each conflict listed, the least width at which its claims can all be
   * true. It is the same at whatever width they are reconciled.
   *
   * @param known Conflicts that are left out, their ids in order and joined.
   * @throws {InputError} When `known` is no set or map.
   */
  async dissolves(
    known?: { has(claims: string): boolean },
  ): Promise<Dissolves[]> {
    if (known !== undefined && typeof known?.has !== "function") {
      refuse("known", known, "a set of conflicts, ids in order and joined");
    }
    const highs = await loadHighs();
    const { measures, hedges } = this.#prepared;
    return this.#lists.conflicts.flatMap(({ items }) => {
      const own = items.map((item) => this.#model.system.items[item]!);
      const claims = own.map((item) => item.claim.claim_id);
      if (known?.has([...claims].sort().join())) return [];
      const found = dissolvingWidth(renumber(own), measures, hedges, highs);
      return [{
        claims,
        width: numberOf(found.width),
        exact: found.exact,
      }];
    });
  }

  /**
   * Extremes of an estimate over the official count of a measure: the official
   * one from the claims of status `official` alone, the estimate from its claim
   * alone, over the same days.
   *
   * @param estimate Claim id of the estimate.
   * @param official Measure of the official count.
   * @param start Default: the start of the estimate.
   * @param end Default: the end of the estimate.
   * @throws {InputError} When the claim or the measure is unknown.
   */
  async coverage(
    estimate: string,
    official: string,
    start?: string,
    end?: string,
  ): Promise<Coverage> {
    const item = this.#item(estimate);
    const { items, measures } = this.#model.system;
    const index = this.#measure(official);
    const level = isLevel(measures, official);
    if (level !== isLevel(measures, item.count.measure)) {
      throw new InputError(
        `'${official}' and '${item.count.measure}' count differently: one is a ` +
          "level, how many there are at a moment, the other a flow",
      );
    }
    const [from, to] = [
      start ?? formatDay(item.count.start),
      end ?? formatDay(item.count.end),
    ];
    const period = level ? dayOf(official, from, to) : periodOf(from, to);
    const { seconds = DEFAULT_SECONDS } = this.#options;
    const { low, high } = coverageOf(
      item,
      items.filter((i) => i.claim.status === "official"),
      index,
      period,
      measures,
      await loadHighs(),
      new Deadline(seconds),
      this.#options.by,
    );
    return {
      estimate,
      official: measures.names[index]!,
      start: formatDay(period.start),
      end: formatDay(period.end),
      low: numberOf(low),
      high: numberOf(high),
    };
  }

  /** The result as one JSON object, to the letter of the contract. */
  toJSON(): ResultJson {
    return this.showing();
  }

  /**
   * The same, with other bounds than those that it was asked to show.
   *
   * @throws {InputError} When a key, date, unit or measure is none, or there are
   * more than a million.
   */
  showing(show?: Show): ResultJson {
    if (show !== undefined) takesShow(show, "show");
    // Too many bounds are refused before anything is searched for.
    this.#unitsOf(show ?? this.shown);
    // What everything else rests on has the first part of the time, and what
    // asks for most of it the last.
    const { conflicts, repairs } = this;
    const listed = show === undefined ? this.#listed : this.#boundsOf(show);
    const { claims } = this;
    return {
      version: 2,
      consistent: this.consistent,
      slack: this.slack,
      certain: {
        ...this.certain,
        bounds: this.#cheapest.certain && listed.tight,
      },
      set_aside: this.setAside,
      claims,
      conflicts,
      conflicts_complete: this.conflictsComplete,
      repairs,
      repairs_complete: this.repairsComplete,
      bounds: listed.rows,
      bounds_without: this.cheapestRepair.drop,
    };
  }

  /** The verdict, how many conflicts and repairs there are, and what was set aside. */
  toString(): string {
    return resultWords(this);
  }

  /** What a terminal shows. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  /** What a terminal shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /** What a notebook shows. */
  [Symbol.for("Jupyter.display")](): Readonly<Record<string, string>> {
    return { "text/plain": this.toString() };
  }

  #id(item: number): string {
    return this.#model.system.items[item]!.claim.claim_id;
  }

  /** What is left out of a measure's independent part. */
  #leftOut(measure: number): string[] {
    const { items, measures } = this.#model.system;
    return this.#cheapest.items.filter((item) => {
      const own = measures.indexOf.get(items[item]!.count.measure)!;
      return this.#parts[own] === this.#parts[measure];
    }).map((item) => this.#id(item));
  }

  /** The origins of units, or the ids of claims that speak for themselves. */
  #names(units: readonly number[]): string[] {
    return units.map((unit) => this.#model.units.units[unit]!.name);
  }

  #repairJson({ items, units, weight }: SystemRepair): RepairJson {
    return {
      drop: items.map((item) => this.#id(item)),
      ...this.#options.by && { drop_origins: this.#names(units) },
      weight: this.#weight(weight),
    };
  }

  #weight(weight: bigint): number {
    return toNumber(rational(weight, this.#model.weightScale));
  }

  #item(claim: string): Item {
    const { items } = this.#model.system;
    const item = items.find((i) => i.claim.claim_id === claim);
    if (item) return item;
    const ids = items.map((i) => i.claim.claim_id);
    throw unknownId("modelled claim of this selection", claim, ids);
  }

  #measure(id: string): number {
    const { indexOf, names } = this.#model.system.measures;
    const index = indexOf.get(id);
    if (index === undefined) throw unknownId("measure", id, names);
    return index;
  }

  #implied(
    item: number,
    cheapest: Cheapest,
    deadline: Deadline,
  ): ImpliedRange & { readonly certain: boolean } {
    const { scope, certain } = othersOf(
      this.#model,
      item,
      cheapest,
      deadline,
      "home",
    );
    const implied = impliedFor(this.#model, item, scope);
    return { ...implied, certain: certain && implied.tight };
  }
}

function undecided(): never {
  throw new InputError(
    "The time ran out before it was certain whether the claims agree; give it more seconds",
  );
}

function sideProof(proof: Proof): SideProof {
  return { ...proofJson(proof), times: timesOf(proof.times) };
}

/** The one day that a level is of: a month stands for its last. */
function dayOf(measure: string, start: string, end: string): Period {
  const first = readInput(() => lastDay(start));
  const last = readInput(() => lastDay(end));
  if (first === last) return { start: last, end: last };
  throw new InputError(
    `'${measure}' is a level, which is of the end of one day, not of ${start} ` +
      `to ${end}; give that day twice`,
  );
}

function periodOf(start: string, end: string): Period {
  let period: { start: Day; end: Day };
  try {
    period = { start: firstDay(start), end: lastDay(end) };
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  if (period.end >= period.start) return period;
  throw new InputError(
    `The period ends on ${end}, before it starts: ${start}`,
  );
}

/** What holds whatever the others say. */
const UNTOLD: ImpliedRange & { readonly certain: boolean } = {
  low: ZERO,
  high: null,
  tight: false,
  certain: false,
};

/** The share of the others' range that a claim rules out. */
function ruledOut(item: Item, implied: ImpliedRange): Rational | null {
  if (!implied.low || !implied.high) return null;
  const least = item.stated.low ?? implied.low;
  const range = subtract(implied.high, implied.low);
  if (range.n === 0n) return ZERO;
  const low = max(implied.low, least);
  const high = item.stated.high
    ? min(implied.high, item.stated.high)
    : implied.high;
  const left = compare(high, low) < 0 ? ZERO : subtract(high, low);
  return divide(subtract(range, left), range);
}
