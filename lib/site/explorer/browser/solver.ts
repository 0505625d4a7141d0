import type { AnswerPart, View } from "../answers.ts";
import type { Selection } from "../selection.ts";
import type { ResultJson } from "../../../reconcile/result.ts";
import type { Answer, ProvedBounds, Question, Supposed } from "../messages.ts";

/** How long an older question may hold up a newer one, in milliseconds. */
const LONGEST_HOLD = 250;

/** What happens to a question. */
export interface Listener {
  /** A part of the answer is there. */
  part(part: AnswerPart): void;
  /** The answer is whole. */
  done(): void;
  /** There is none. */
  failed(message: string): void;
}

/**
 * Asks the worker. Only the newest question is answered; a worker that is too
 * deep in an older one is given up for a new one.
 */
export class Solver {
  readonly #start: () => Worker;
  readonly #module: Promise<WebAssembly.Module>;
  readonly #listener: Listener;
  #worker: Worker;
  #id = 0;
  #answering = 0;
  #ask: Question | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #proof: ((proof: ProvedBounds) => void) | null = null;
  #json: ((json: ResultJson) => void) | null = null;
  #supposed: ((supposed: Supposed | null) => void) | null = null;
  #supposition = 0;

  /**
   * @param start Starts a worker.
   * @param module The linear solver, compiled.
   */
  constructor(
    start: () => Worker,
    module: Promise<WebAssembly.Module>,
    listener: Listener,
  ) {
    this.#start = start;
    this.#module = module;
    this.#listener = listener;
    this.#worker = this.#begin();
    module.catch((error) => listener.failed(String(error)));
  }

  /** Asks what a selection implies; whatever was asked before is forgotten. */
  ask(selection: Selection, view: View): void {
    const busy = this.#ask !== null || this.#json !== null;
    this.#ask = { type: "ask", id: ++this.#id, selection, view };
    this.#proof = this.#json = null;
    this.#tell(this.#ask);
    clearTimeout(this.#waiting);
    if (!busy) return;
    this.#waiting = setTimeout(() => {
      if (this.#answering === this.#id || !this.#ask) return;
      this.#worker.terminate();
      this.#supposed?.(null);
      this.#supposed = null;
      this.#worker = this.#begin();
      this.#tell(this.#ask);
    }, LONGEST_HOLD);
  }

  /** Forgets what was asked: nothing of it is told any more. */
  forget(): void {
    this.#id++;
    this.#proof = this.#json = null;
    clearTimeout(this.#waiting);
  }

  /** Ends what is worked out now; the next question finds a new worker. */
  stop(): void {
    this.forget();
    this.#worker.terminate();
    this.#supposed?.(null);
    this.#supposed = null;
    this.#ask = null;
    this.#worker = this.#begin();
  }

  /** Asks for another view of what was asked last. */
  look(view: View): void {
    // Should the worker be given up, the new one starts with this view.
    if (this.#ask?.type === "ask") this.#ask = { ...this.#ask, view };
    this.#tell({ type: "look", id: this.#id, view });
  }

  /** The proof of both sides of a bound, unless something else is asked. */
  prove(measure: string, start: string, end: string): Promise<ProvedBounds> {
    return new Promise((resolve) => {
      this.#proof = resolve;
      this.#tell({ type: "prove", id: this.#id, measure, start, end });
    });
  }

  /**
   * What another selection would imply; `null` where something newer is asked
   * first, or it cannot be told.
   */
  suppose(selection: Selection): Promise<Supposed | null> {
    this.#supposed?.(null);
    return new Promise((resolve) => {
      this.#supposed = resolve;
      this.#tell({ type: "suppose", id: ++this.#supposition, selection });
    });
  }

  /** The whole result. */
  json(): Promise<ResultJson> {
    return new Promise((resolve) => {
      this.#json = resolve;
      this.#tell({ type: "json", id: this.#id });
    });
  }

  /** Messages wait for the solver; they keep their order. */
  #tell(question: Question): void {
    const worker = this.#worker;
    this.#module.then(() => worker.postMessage(question), () => {});
  }

  #begin(): Worker {
    const worker = this.#start();
    this.#answering = 0;
    this.#module.then(
      (solver) =>
        worker.postMessage({ type: "start", solver } satisfies Question),
      () => {},
    );
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#ask = null;
      this.#listener.failed(event.message || "The worker could not start.");
    });
    return worker;
  }

  #hear(answer: Answer): void {
    if (answer.type === "supposed") {
      if (answer.id !== this.#supposition) return;
      this.#supposed?.(answer.supposed);
      this.#supposed = null;
      return;
    }
    if (answer.id !== this.#id) return;
    this.#answering = answer.id;
    switch (answer.type) {
      case "part":
        return this.#listener.part(answer.part);
      case "done":
        this.#ask = null;
        return this.#listener.done();
      case "error":
        this.#ask = null;
        return this.#listener.failed(answer.message);
      case "proof":
        return this.#proof?.(answer.proof);
      case "json":
        this.#json?.(answer.json);
        this.#json = null;
    }
  }
}
