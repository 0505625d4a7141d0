/**
 * Reconciles away from the page, which so never stands still. The newest
 * question counts: an older one is left where its next part would begin.
 *
 * @module
 */
import { answerParts, viewParts } from "../answers.ts";
import { loadHighs } from "../../../reconcile/solve/load_highs.ts";
import { reconcile } from "../../../reconcile/reconcile.ts";
import type { Reconciliation } from "../../../reconcile/reconciliation.ts";
import type { Answer, Question } from "../messages.ts";
import { showOf } from "../selection.ts";

type Ask = Extract<Question, { type: "ask" }>;

interface Current extends Ask {
  readonly result: Reconciliation;
}

let current: Current | null = null;
let next: Ask | null = null;
let busy = false;

const say = (answer: Answer) =>
  (postMessage as (message: Answer) => void)(answer);

/** Lets the messages in that have come meanwhile. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function answer(ask: Ask): Promise<void> {
  const { id, selection, view } = ask;
  current?.result[Symbol.dispose]();
  current = null;
  // What is shown changes without another question.
  const { show: _show, ...options } = selection.options;
  const result = await reconcile(selection.data, options);
  current = { ...ask, result };
  for (const part of answerParts(result, selection, view)) {
    say({ type: "part", id, part });
    await turn();
    if (next) return;
  }
  say({ type: "done", id });
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  while (next) {
    const ask = next;
    next = null;
    try {
      await answer(ask);
    } catch (error) {
      say({ type: "error", id: ask.id, message: (error as Error).message });
    }
  }
  busy = false;
}

function prove({ id, measure, start, end }: Question & { type: "prove" }) {
  if (current?.id !== id) return;
  const { exactLow: _low, exactHigh: _high, ...proof } = current.result.bounds(
    measure,
    start,
    end,
  );
  say({ type: "proof", id, proof });
}

/** The whole result, with the bounds that were chosen. */
function write({ id, result, view }: Current) {
  try {
    say({ type: "json", id, json: result.showing(showOf(view)) });
  } catch (error) {
    say({ type: "error", id, message: (error as Error).message });
  }
}

function look({ id, view }: Question & { type: "look" }) {
  if (current?.id !== id) return;
  current = { ...current, view };
  for (const part of viewParts(current.result, current.selection, view)) {
    say({ type: "part", id, part });
  }
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  switch (data.type) {
    case "start":
      loadHighs(data.solver);
      break;
    case "ask":
      next = data;
      work();
      break;
    case "look":
      look(data);
      break;
    case "prove":
      prove(data);
      break;
    case "json":
      if (current?.id === data.id) {
        write(current);
      }
  }
});
