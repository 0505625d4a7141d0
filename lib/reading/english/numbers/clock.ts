import type { Core } from "./number_core.ts";
import { at, type Token } from "../../token.ts";

/** What a token is part of that is no number: tokens to pass over. */
export type Taken = (i: number) => boolean;

/** Whether digits tell the time: 07:45, 5am, 6 a.m., 10.45pm. */
export function isTime(
  tokens: readonly Token[],
  i: number,
  core: Core,
  taken: Taken,
): boolean {
  const token = tokens[i]!;
  const next = tokens[core.to];
  const before = tokens[i - 1];
  const colon = at(tokens, i + 1) === ":" && tokens[i + 1]!.glued &&
    tokens[i + 2]?.kind === "number" && tokens[i + 2]!.glued;
  if (
    colon ||
    before?.text === ":" && token.glued && tokens[i - 2]?.kind === "number"
  ) return true;
  if (/^(am|pm|hrs|gmt|cet|est|edt|bst|o'clock)$/.test(next?.lower ?? "")) {
    return true;
  }
  if (/^[ap]$/.test(next?.lower ?? "")) {
    const dot = at(tokens, core.to + 1) === "." ? 1 : 0;
    if (
      (dot || !next!.glued) && at(tokens, core.to + 1 + dot) === "m"
    ) return true;
  }
  return isClock(tokens, i, taken);
}

/** 9.30 after a day: "on 22 July at 9.30". */
function isClock(tokens: readonly Token[], i: number, taken: Taken): boolean {
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(tokens[i]!.text) ?? [];
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 &&
    at(tokens, i - 1) === "at" && (taken(i - 2) || taken(i + 1));
}
