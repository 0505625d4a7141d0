import { lastDayOrYear } from "../../../../quantity/date.ts";
import { missingCells } from "../../../../reading/rows/draft_claim.ts";
import { type DraftedText, readText } from "../../../../reading/read_text.ts";
import { count, el, fill } from "../../../explorer/browser/dom.ts";
import type { Host, Panel } from "../../panel.ts";
import type { Change, Workbench } from "../../state.ts";
import { type Cells, columnOf } from "../../tables.ts";
import {
  type Acceptance,
  acceptDraft,
  type Accepted,
  draftCells,
  sourceOf,
  takenMarks,
  type TextSource,
} from "../accept.ts";
import { likelyMeasure } from "../likely_measure.ts";
import { type Mark, marksOf } from "../marks.ts";
import type { TextInput } from "../read_input.ts";
import { columnLabel } from "../../labels.ts";
import { ClaimForm } from "./claim_form.ts";
import { InputFields } from "./input_fields.ts";
import { button } from "./field.ts";
import { SourceFields } from "./source_fields.ts";
import { type MarkState, TextView } from "./text_view.ts";

/** How long a form rests before it is asked what it would change. */
const CALM = 200;

/** So many conflicts are told in words. */
const TOLD = 2;

/** Takes claims out of texts, one number after the other. */
export class ReadPanel implements Panel {
  readonly #host: Host;
  readonly #input = new InputFields((input) => this.#open(input));
  readonly #source = new SourceFields(() => this.#sourceChanged());
  readonly #view = new TextView((key) => this.#choose(key));
  readonly #form: ClaimForm;
  readonly #title = el("h3", { tabindex: -1 });
  readonly #note = el("p", { class: "soft" });
  readonly #problem = el("p", { class: "problems", role: "alert" });
  readonly #found = el("section", { class: "found", hidden: true });
  readonly #taken = el("p", { class: "taken" });
  #text: TextInput | null = null;
  #read: DraftedText | null = null;
  #marks: readonly Mark[] = [];
  #chosen: Mark | null = null;
  #asked = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** What a person has mended of marks that are not accepted yet. */
  readonly #mended = new Map<string, Cells>();
  readonly #skipped = new Set<string>();
  /** The source's id, once a claim of the text is accepted. */
  #id: string | null = null;
  /** The measure that was taken for a noun. */
  readonly #measures = new Map<string, string>();

  constructor(place: HTMLElement, host: Host) {
    this.#host = host;
    this.#form = new ClaimForm({
      accept: () => this.#accept(),
      skip: () => this.#skip(),
      close: () => this.#close(),
      changed: () => this.#changed(),
      took: (words) => host.say(`Read as ${words}.`),
    });
    fill(
      this.#found,
      this.#source.element,
      this.#problem,
      this.#title,
      this.#note,
      this.#taken,
      this.#view.element,
    );
    fill(place, this.#input.element, this.#found);
    place.addEventListener("keydown", (event) => this.#key(event));
  }

  changed(bench: Workbench): void {
    if (!this.#text) return;
    this.#mark(bench);
    if (this.#chosen) this.#ask();
  }

  shown(): void {
    if (!this.#text) this.#input.focus();
  }

  /** A letter does what its button does, where none is being written. */
  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (key === "Escape" && this.#chosen) {
      event.preventDefault();
      return this.#close();
    }
    if (!this.#chosen) return;
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.#accept();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((target as Element).matches("input, select, textarea")) return;
    const act = { a: () => this.#accept(), s: () => this.#skip() }[
      key.toLowerCase()
    ];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #open(input: TextInput): void {
    this.#text = input;
    this.#id = null;
    this.#mended.clear();
    this.#skipped.clear();
    this.#chosen = null;
    this.#source.value = input.about;
    this.#readAgain();
    this.#title.focus();
  }

  /** What is said of the text is mended in the tables too, where it is there. */
  #sourceChanged(): void {
    this.#readAgain();
    const { sources } = this.#host.bench.tables;
    const row = columnOf(sources, "source_id").indexOf(this.#id ?? "\n");
    if (row < 0) return;
    const changes = Object.entries(this.#source.value).map((
      [column, value],
    ): Change => ({ type: "set", table: "sources", row, column, value }));
    this.#host.take({ type: "all", changes }, `mend source ${this.#id}`);
  }

  /** Reads the text with what is known of it now. */
  #readAgain(): void {
    const input = this.#text;
    if (!input) return;
    const { published } = this.#source.value;
    this.#source.markPublished(false);
    fill(this.#problem);
    let known = {};
    try {
      if (published !== "") {
        lastDayOrYear(published);
        known = { published };
      }
    } catch (error) {
      this.#source.markPublished(true);
      fill(this.#problem, `${(error as Error).message}.`);
    }
    const { language } = input;
    try {
      this.#read = readText(input.text, {
        ...known,
        ...(language === null ? {} : { language }),
      });
    } catch (error) {
      // The page names a language that there is no grammar for.
      fill(this.#problem, `${(error as Error).message}.`);
      this.#read = readText(input.text, known);
    }
    const before = this.#chosen;
    this.#marks = marksOf(input.text, this.#read);
    this.#chosen = this.#marks.find(({ key }) => key === before?.key) ?? null;
    this.#view.show(input.text, this.#marks);
    this.#found.hidden = false;
    this.#tellFound();
    if (!this.#chosen) this.#form.element.remove();
    else if (
      !this.#form.element.isConnected ||
      JSON.stringify(before!.draft) !== JSON.stringify(this.#chosen.draft)
    ) {
      this.#view.putBehind(this.#chosen, this.#form.element);
      this.#fill(this.#chosen);
    } else this.#form.published = published;
    this.#mark(this.#host.bench);
  }

  #tellFound(): void {
    const likely = this.#marks.filter(({ not }) => not === null);
    fill(
      this.#title,
      count(
        likely.length,
        "number that may be a claim",
        "numbers that may be claims",
      ),
    );
    const undated = this.#source.value.published === "" &&
      likely.some(({ draft }) => draft.period_said !== null && !draft.end);
    fill(
      this.#note,
      likely.length === 0
        ? "No number of the text counts anything, as it seems. Choose one that is marked to take it all the same."
        : "Choose one in the text: a click, or Tab and Enter. Nothing is a claim until you accept it.",
      undated &&
        " Some words, such as “last month”, are settled once you say when it was published.",
    );
  }

  get #textSource(): TextSource {
    const text = {
      ...this.#source.value,
      language: this.#read!.language,
      file: this.#text!.file,
    };
    return { ...text, id: this.#id ?? sourceOf(this.#host.bench, text) };
  }

  /** Says what became of each mark. */
  #mark(bench: Workbench): void {
    const taken = takenMarks(bench, this.#marks, this.#textSource.id);
    const states = new Map(
      this.#marks.map(({ key, not }): [string, MarkState] => [
        key,
        taken.has(key)
          ? "taken"
          : this.#skipped.has(key)
          ? "skipped"
          : not === null
          ? "draft"
          : "other",
      ]),
    );
    this.#view.update(states, this.#chosen?.key ?? null);
    const ids = [...taken.values()];
    fill(
      this.#taken,
      ids.length > 0 &&
        `${count(ids.length, "number is a claim", "numbers are claims")} now. `,
      ids.length > 0 &&
        button("Show them in the table", () => this.#show(ids.at(-1)!)),
    );
  }

  #show(claim: string): void {
    const row = columnOf(this.#host.bench.tables.claims, "claim_id")
      .lastIndexOf(claim);
    if (row >= 0) this.#host.show("claims", row);
  }

  #choose(key: string): void {
    const mark = this.#marks.find((one) => one.key === key);
    if (!mark) return;
    const claim = takenMarks(this.#host.bench, this.#marks, this.#textSource.id)
      .get(mark.key);
    if (claim !== undefined) return this.#show(claim);
    this.#chosen = mark;
    this.#view.putBehind(mark, this.#form.element);
    this.#fill(mark);
    this.#mark(this.#host.bench);
    this.#form.element.focus();
  }

  #fill(mark: Mark): void {
    const { bench } = this.#host;
    const source = this.#textSource;
    const cells = {
      ...draftCells(mark, source),
      ...this.#mended.get(mark.key),
    };
    const noun = mark.draft.unit ?? "";
    this.#form.show({
      mark,
      cells,
      tables: bench.tables,
      published: source.published,
      measure: this.#known(cells.measure) ||
        this.#known(this.#measures.get(noun)) ||
        likelyMeasure(bench.tables, noun),
    });
  }

  /** A measure that is there, or empty: it may have been undone. */
  #known(measure: string | undefined): string {
    const { claims, measures } = this.#host.bench.tables;
    const there = measure !== undefined &&
      (columnOf(measures, "measure").includes(measure) ||
        columnOf(claims, "measure").includes(measure));
    return there ? measure : "";
  }

  /** Keeps what was mended, and asks what it would change. */
  #changed(): void {
    const { filling, cells } = this.#form;
    if (!filling) return;
    const drafted = draftCells(filling.mark, this.#textSource);
    // What nobody touched may still be read otherwise.
    this.#mended.set(
      filling.mark.key,
      Object.fromEntries(
        Object.entries(cells).filter(([name, cell]) =>
          cell !== (drafted[name] ?? "")
        ),
      ),
    );
    this.#ask();
  }

  #accepted(): Accepted {
    const mark = this.#chosen!;
    return {
      mark,
      cells: this.#form.cells,
      source: this.#textSource,
      measure: this.#form.newMeasure,
      text: this.#text!.text,
    };
  }

  /** The cells that are missing, as a person would name them. */
  #missing(): readonly (readonly [field: string, problem: string])[] {
    const { cells } = this.#form;
    return [
      ...(cells.measure
        ? []
        : [["measure", "Choose what is counted."] as const]),
      ...(cells.kind !== "none" && !cells.stated
        ? [["stated", "Give the number."] as const]
        : []),
      ...missingCells(cells).filter((name) =>
        name !== "of_measure" || cells.kind === "share"
      ).map((name) =>
        [name, `Give “${columnLabel("claims", name)}”.`] as const
      ),
    ];
  }

  #ask(): void {
    clearTimeout(this.#waiting);
    const asked = ++this.#asked;
    this.#waiting = setTimeout(async () => {
      if (!this.#chosen) return;
      if (this.#missing().length > 0) {
        return this.#form.tell(this.#missing().map(([, say]) => say).join(" "));
      }
      let told: Acceptance;
      try {
        told = acceptDraft(this.#host.bench, this.#accepted());
      } catch (error) {
        return this.#form.tell((error as Error).message, true);
      }
      const found = await this.#host.whatIf(told.change);
      if (!found || asked !== this.#asked) return;
      const { problems, conflicts, consistent } = found;
      if (problems.length > 0) {
        const own = problems.filter(({ file }) => file === "claims.csv");
        const [first] = own.length > 0 ? own : problems;
        return this.#form.tell(`${first!.field}: ${first!.message}.`, true);
      }
      if (conflicts.length > 0) {
        const some = conflicts.slice(0, TOLD).map(({ text }) => text).join(" ");
        const more = conflicts.length - TOLD;
        return this.#form.tell(
          `Accepted, it makes ${
            conflicts.length === 1
              ? "a conflict"
              : `${conflicts.length} conflicts`
          }: ${some}${more > 0 ? ` And ${more} more.` : ""}`,
          true,
        );
      }
      this.#form.tell(
        consistent
          ? "Accepted, all claims could still be true."
          : "Accepted, it makes no new conflict.",
      );
    }, CALM);
  }

  #accept(): void {
    const mark = this.#chosen;
    if (!mark) return;
    const missing = this.#missing();
    if (missing.length > 0) {
      return this.#form.complain(
        missing.map(([, problem]) => problem),
        missing[0]![0],
      );
    }
    const accepted = this.#accepted();
    let done: Acceptance;
    try {
      done = acceptDraft(this.#host.bench, accepted);
    } catch (error) {
      return this.#form.complain([(error as Error).message], null);
    }
    this.#id = accepted.source.id;
    this.#measures.set(mark.draft.unit ?? "", accepted.cells.measure!);
    this.#mended.delete(mark.key);
    this.#skipped.delete(mark.key);
    this.#host.take(done.change, `accept ${mark.words}`);
    this.#next(mark, `${mark.words} is accepted.`);
  }

  #skip(): void {
    const mark = this.#chosen;
    if (!mark) return;
    this.#skipped.add(mark.key);
    this.#next(mark, `${mark.words} is skipped.`);
  }

  /** Goes on to the next number that nothing was decided of. */
  #next(mark: Mark, words: string): void {
    const taken = takenMarks(
      this.#host.bench,
      this.#marks,
      this.#textSource.id,
    );
    const open = this.#marks.filter(({ key, not }) =>
      not === null && !taken.has(key) && !this.#skipped.has(key)
    );
    const at = this.#marks.indexOf(mark);
    const next = open.find((one) => this.#marks.indexOf(one) > at) ?? open[0];
    if (next) {
      this.#host.say(words);
      return this.#choose(next.key);
    }
    this.#host.say(`${words} It was the last one.`);
    this.#close(mark);
  }

  #close(mark = this.#chosen): void {
    this.#chosen = null;
    this.#form.element.remove();
    this.#mark(this.#host.bench);
    if (mark) this.#view.focus(mark.key);
  }
}
