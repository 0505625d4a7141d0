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

type Suppose = Extract<Question, { type: "suppose" }>;

/** No supposition is followed for longer, in seconds: another comes soon. */
const LONGEST_SUPPOSED = 3;

interface Current extends Ask {
  readonly result: Reconciliation;
}

let current: Current | null = null;
let next: Ask | null = null;
let supposition: Suppose | null = null;
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

/** What another selection would imply, while nothing else is asked. */
async function suppose({ id, selection }: Suppose): Promise<void> {
  try {
    const { show: _show, seconds = LONGEST_SUPPOSED, ...options } =
      selection.options;
    using result = await reconcile(selection.data, {
      ...options,
      seconds: Math.min(seconds, LONGEST_SUPPOSED),
    });
    const { consistent } = result;
    const conflicts = consistent ? [] : result.conflicts.map((
      { claims, text },
    ) => ({ claims, text }));
    say({ type: "supposed", id, supposed: { consistent, conflicts } });
  } catch {
    // What cannot be worked out is no news: the claim itself may be at fault.
    say({ type: "supposed", id, supposed: null });
  }
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  while (next || supposition) {
    if (!next) {
      const asked: Suppose = supposition!;
      supposition = null;
      await suppose(asked);
      await turn();
      continue;
    }
    const ask: Ask = next;
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
    case "suppose":
      supposition = data;
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
