import type { Rule } from "./rule.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { toNumber } from "../../quantity/rational.ts";
import { saidWords } from "./said_words.ts";

const PERCENT = "(\\d+(?:[.,]\\d+)?)[ -]?(?:%|percent|per cent|pct)";
const BETWEEN =
  "(?: (?:by|of|a|an|some|about|around|nearly|almost|over|more than|another|" +
  "further|additional|roughly|approximately|just|only))*";

/** What a count lies above or below, unlike a line or a limit. */
const BESIDE =
  "(?= (?:last|that|those|the (?:same|previous|level|figure|average|year|month|week)|a year)\\b)";

const RISES = "up|rose|risen|rises|rise|rising|increase|increased|increases|" +
  "increasing|grew|grown|growth|growing|jump|jumped|climbed|surged|soared|gained|gain|surge";
const FALLS = "down|fell|fallen|falls|fall|falling|decrease|decreased|" +
  "decreasing|decline|declined|declining|drop|dropped|dropping|shrank|reduced|" +
  "reduction";

const around = (before: string, behind: string) =>
  new RegExp(
    `\\b(?:${before})${BETWEEN} ${PERCENT}|` +
      `${PERCENT} (?:${behind})\\b`,
  );

const CHANGES = [
  {
    change: "rise",
    form: around(
      RISES,
      `more|higher|up|increase|rise|growth|jump|larger|above${BESIDE}`,
    ),
    times: 1,
  },
  {
    change: "fall",
    form: around(
      FALLS,
      `fewer|less|lower|down|decrease|fall|decline|drop|smaller|below${BESIDE}`,
    ),
    times: -1,
  },
] as const;

/**
 * "Up 24 %" as 0.24: what rose by 24 % is 1.24 times as many, and what fell by
 * as much 0.76 times.
 */
export const changeAsShare: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, stated } = claim;
    if (kind !== "ratio" && kind !== "share" || !stated) return;
    const words = saidWords(claim);
    for (const { change, form, times } of CHANGES) {
      const [phrase, before, behind] = form.exec(words) ?? [];
      if (phrase === undefined) continue;
      const by = toNumber(
        parseDecimal((before ?? behind)!.replace(",", ".")).value,
      ) / 100;
      const own = toNumber(parseDecimal(stated).value);
      const meant = 1 + times * own;
      if (Math.abs(own - by) > 1e-9 || meant < 0 || meant === own) continue;
      const digits = meant.toFixed(stated.split(".")[1]?.length ?? 0);
      warn(
        "claims",
        i,
        "stated",
        `'${phrase}' is a ${change}, to ${digits} times as many; write ` +
          `${digits}${kind === "share" ? " with kind ratio" : ""}`,
      );
      return;
    }
  });
};
