import type { Day } from "../../../quantity/date.ts";
import type { Calendar } from "../../period.ts";
import type { Token } from "../../token.ts";
import {
  dateAt,
  monthPart,
  numericAt,
  seasonAt,
  yearAloneAt,
} from "./dates.ts";
import { firstMonthsAt, nearAt, partAt, weekOfAt } from "./parts.ts";
import { relativeAt, rollingAt, samePeriodAt } from "./relative.ts";

/** The parts of the calendar that begin at a token, without a range. */
export function atomAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const token = tokens[i];
  if (!token || token.kind === "mark") return null;
  return numericAt(tokens, i) ?? dateAt(tokens, i, now) ??
    partAt(tokens, i, now) ?? firstMonthsAt(tokens, i, now) ??
    weekOfAt(tokens, i, now) ?? samePeriodAt(tokens, i, now) ??
    rollingAt(tokens, i, now) ??
    relativeAt(tokens, i, now) ?? nearAt(tokens, i, now) ??
    monthPart(tokens, i, now) ?? seasonAt(tokens, i, now) ??
    yearAloneAt(tokens, i, now);
}
