import { DOCUMENT } from "./document_owner.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import { nameOf, phraseAfter, QUOTES, subject } from "./names.ts";
import { WEEKDAYS } from "../words/calendar_words.ts";
import {
  COUNTING,
  PRONOUNS,
  SAYING,
  SAYING_FIRST,
} from "../words/speech_words.ts";
import { at, isHyphen, type Token } from "../../token.ts";

/** Who says something in a sentence, and from whom it comes. */
export interface Speech {
  /** Token of the verb or of "according". */
  readonly at: number;
  readonly speaker: string | null;
  /** A pronoun: who spoke last. */
  readonly pronoun: string | null;
  readonly origin: string | null;
  /** "According to" and "the minister said" after the words said. */
  readonly after: boolean;
}

/** The origin of what is said: "citing data from Y", "data from Y". */
function originIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  for (let i = from; i < to; i++) {
    if (!/^(citing|cited|cites|quoting)$/.test(at(tokens, i))) continue;
    let start = i + 1;
    for (let k = start; k < Math.min(start + 6, to); k++) {
      if (/^(from|of|by)$/.test(at(tokens, k))) {
        const data =
          /^(data|figures|statistics|numbers|information|report|records|documents|survey|estimates)$/
            .test(at(tokens, k - 1));
        if (data && at(tokens, k) !== "of") start = k + 1;
        break;
      }
    }
    return phraseAfter(text, tokens, start, to).name;
  }
  return null;
}

/** Whether what stands before a verb is a phrase after a comma: ", the X said". */
function namesAfterComma(
  tokens: readonly Token[],
  verb: number,
  start: number,
): boolean {
  for (let i = verb - 1; i > Math.max(start, verb - 9); i--) {
    const token = tokens[i]!;
    if (token.text === "," || QUOTES.has(token.text)) {
      return /^(the|a|an|its)$/.test(at(tokens, i + 1));
    }
    if (token.kind !== "word") return false;
  }
  return false;
}

/** "Figures from the Judicial Office show." */
function isDocumentOf(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i > Math.max(0, verb - 10); i--) {
    if (tokens[i]!.kind !== "word") return false;
    if (
      /^(from|by|of)$/.test(at(tokens, i)) && DOCUMENT.test(at(tokens, i - 1))
    ) {
      return true;
    }
  }
  return false;
}

/** Whether a word that may be a noun is a verb: "1,250 reports" is not. */
function isVerb(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before || before.kind !== "word") return false;
  const next = tokens[i + 1];
  if (!next) return false;
  // "Figures show.", "data released on Tuesday show."
  if (
    next.text === "." && /^shows?$/.test(at(tokens, i)) &&
    (DOCUMENT.test(before.lower) || WEEKDAYS.has(before.lower) ||
      isDocumentOf(tokens, i))
  ) return true;
  return before.capital || PRONOUNS.has(before.lower)
    ? next.kind !== "mark" || next.text === ":"
    : next.lower === "that" || next.kind === "number" ||
      /^(about|around|at|more|nearly|some|up|a|an|the)$/.test(next.lower) &&
        !isClosed(before.lower);
}

/** What a participle before a noun stands after: "of reported attacks". */
const BEFORE_PARTICIPLE: ReadonlySet<string> = new Set(
  ("a an the this that these those any all no some many most more fewer other " +
    "others additional further new total latest first last every each its their " +
    "his her our of in with for from by on than about among between including " +
    "per or and nearly almost over under around to dozens hundreds thousands " +
    "million thousand hundred newly officially previously").split(" "),
);

/** "412 confirmed measles cases": a participle that describes, no verb. */
function isParticiple(
  tokens: readonly Token[],
  i: number,
  start: number,
): boolean {
  const { lower } = tokens[i]!;
  if (!/^(found|told|thought|called)$/.test(lower) && !lower.endsWith("ed")) {
    return false;
  }
  const next = tokens[i + 1];
  if (next?.kind !== "word" || next.capital || isClosed(next.lower)) {
    return false;
  }
  const before = tokens[i - 1];
  if (i === start || !before) return true;
  if (isHyphen(before.text) && before.glued) return true;
  // "Earlier reported" may say; "newly confirmed cases" counts.
  const adverb = /.{3}ly$/.test(before.lower) && isCounted(next);
  return before.kind === "number" || adverb ||
    BEFORE_PARTICIPLE.has(before.lower) && !before.capital ||
    BEFORE_PARTICIPLE.has(before.lower) && i - 1 === start;
}

/** "Has raised its figure": who keeps a figure speaks of it. */
function keepsFigure(tokens: readonly Token[], i: number, to: number): boolean {
  if (
    !/^(raised|revised|corrected|lowered|updated|cut|put|upped|increased|published|released|withdrew|withdrawn)$/
      .test(at(tokens, i))
  ) return false;
  if (!/^(its|their|his|her)$/.test(at(tokens, i + 1))) return false;
  for (let k = i + 2; k < Math.min(to, i + 7); k++) {
    if (
      /^(figures?|estimates?|counts?|toll|tally|number|forecast|total)$/.test(
        at(tokens, k),
      )
    ) return true;
  }
  return false;
}

/** Words at which somebody may speak: the others are passed over at once. */
const TOLD: ReadonlySet<string> = new Set([
  ...SAYING,
  ...("saying according citing cited raised revised corrected lowered updated cut put " +
    "upped increased published released withdrew withdrawn confirmed recorded " +
    "counted registered logged compiled collected").split(" "),
]);

/** The words from the start of a sentence to its first verb in -ed. */
function openingSubject(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  for (let i = from + 1; i < Math.min(to, from + 12); i++) {
    const { kind, lower } = tokens[i]!;
    if (kind !== "word") return null;
    if (/.{3}ed$/.test(lower) || /^(hit|did|called|was|were)$/.test(lower)) {
      const name = nameOf(text, tokens, from, i);
      return name && !PRONOUNS.has(name.toLowerCase()) ? name : null;
    }
  }
  return null;
}

/** "The union spoke of 300 and the ministry of 200": who speaks without a verb. */
function gapped(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { at: number; name: string | null } | null {
  for (let and = from + 2; and < to; and++) {
    if (!/^(and|while|but)$/.test(at(tokens, and))) continue;
    for (let i = and + 2; i < Math.min(to, and + 7); i++) {
      if (tokens[i]!.kind !== "word") break;
      if (at(tokens, i) !== "of") continue;
      return { at: i, name: nameOf(text, tokens, and + 1, i) };
    }
  }
  return null;
}

/** All who speak in a sentence, in order. */
export function findSpeeches(
  tokens: readonly Token[],
  text: string,
  from: number,
  to: number,
): Speech[] {
  const found: Speech[] = [];
  const origin = originIn(text, tokens, from, to);
  const addNamed = (at: number, speaker: string | null) => {
    if (!speaker) return;
    found.push({ at, speaker, pronoun: null, origin, after: false });
  };
  for (let i = from; i < to; i++) {
    const word = at(tokens, i);
    if (!TOLD.has(word)) continue;
    if (word === "according" && at(tokens, i + 1) === "to") {
      const { name } = phraseAfter(text, tokens, i + 2, to);
      const him = /^(him|her|them)$/.test(at(tokens, i + 2));
      if (name || him) {
        found.push({
          at: i,
          speaker: him ? null : name,
          pronoun: him ? at(tokens, i + 2) : null,
          origin,
          after: i > from + 1,
        });
      }
      continue;
    }
    if (word === "cited" && origin) {
      const { speaker, pronoun } = subject(text, tokens, i, from);
      found.push({ at: i, speaker, pronoun, origin, after: false });
      continue;
    }
    if (keepsFigure(tokens, i, to)) {
      const { speaker, pronoun, origin: own } = subject(text, tokens, i, from);
      if (speaker || pronoun) {
        found.push({
          at: i,
          speaker,
          pronoun,
          origin: own ?? origin,
          after: false,
        });
      }
      continue;
    }
    if (
      /^(reported|said|confirmed|announced|recorded|counted|registered|logged|published|compiled|collected)$/
        .test(word) && at(tokens, i + 1) === "by"
    ) {
      addNamed(i, phraseAfter(text, tokens, i + 2, to).name);
      continue;
    }
    // "A spokesman for X disputed it, saying that": the subject of the sentence.
    if (word === "saying" && at(tokens, i - 1) === ",") {
      addNamed(i, openingSubject(text, tokens, from, i));
      continue;
    }
    if (!SAYING.has(word)) continue;
    const before = at(tokens, i - 1);
    if (
      /^(first|also|later|recently|previously|now)$/.test(before) &&
        /^(was|were|been|is|are)$/.test(at(tokens, i - 2)) ||
      /^(was|were|been|be|being|is|are|a|the|to|not|of|an|by|in|for|its|their|and|all|some)$/
        .test(before) ||
      i === from && !SAYING_FIRST.has(word)
    ) continue;
    if (
      /^(reports|claims|estimates?|notes|states|counts?|shows?|finds?|calls|fears|doubts|thought)$/
        .test(word) &&
      !isVerb(tokens, i)
    ) continue;
    if (isParticiple(tokens, i, from)) continue;
    if (COUNTING.has(word)) {
      const adverb = /^(later|earlier|also|recently|now|then|has|have|had)$/
        .test(before);
      if (isClosed(before) && !PRONOUNS.has(before) && !adverb) continue;
      if (word === "published" && at(tokens, i + 1) !== "a") continue;
      if (
        /^(put|puts)$/.test(word) &&
        !/^(it|the|this|that)$/.test(at(tokens, i + 1)) &&
        !tokens.slice(i + 2, Math.min(to, i + 6)).some(({ lower }) =>
          lower === "at"
        )
      ) continue;
      if (
        /^(speaks|spoke|spoken)$/.test(word) && at(tokens, i + 1) !== "of"
      ) continue;
    }
    if (word === "reported" || word === "registered" || word === "logged") {
      // "cases reported in", "bicycles were reported stolen".
      const that = at(tokens, i + 1);
      const ended = /^[.,”"]?$/.test(that) &&
        (tokens[i - 1]!.capital || namesAfterComma(tokens, i, from));
      const saying = ended || /^(that|on|by)$/.test(that) ||
        WEEKDAYS.has(that) ||
        tokens[i + 1]?.kind === "number" || at(tokens, i + 1) === "a";
      if (
        !saying || that === "by" ||
        that === "on" && !WEEKDAYS.has(at(tokens, i + 2))
      ) continue;
    }
    const closes = at(tokens, i - 1) === "," || QUOTES.has(before) ||
      i === from || before === "—" || before === "-";
    if (SAYING_FIRST.has(word) && closes) {
      const inner = subject(text, tokens, i, from);
      const turned = phraseAfter(text, tokens, i + 1, to);
      const that = /^(that|it|there|he|she|they)$/.test(at(tokens, i + 1));
      if (turned.name && !that && !inner.origin) {
        const known = /^(he|she|they)$/.test(turned.name.toLowerCase());
        found.push({
          at: i,
          speaker: known ? null : turned.name,
          pronoun: known ? turned.name.toLowerCase() : null,
          origin,
          after: true,
        });
        continue;
      }
    }
    const who = subject(text, tokens, i, from);
    // "X told Y that the company counts": X says it, from the company.
    const outer = found.at(-1);
    if (
      COUNTING.has(word) && outer && outer.at < i && outer.at > i - 12 &&
      tokens.slice(outer.at, i).some(({ lower }) => lower === "that") &&
      who.speaker
    ) {
      found[found.length - 1] = {
        ...outer,
        origin: outer.origin ?? who.speaker,
      };
      continue;
    }
    if (who.speaker === null && who.pronoun === null) continue;
    const then = /^(speaks|spoke|spoken)$/.test(word)
      ? gapped(text, tokens, i, to)
      : null;
    // "…, the board announced on Wednesday": said of what stands before.
    const last = i + 1 >= to || /^[.,;”"]$/.test(at(tokens, i + 1)) ||
      namesAfterComma(tokens, i, from) && at(tokens, i + 1) !== "that";
    found.push({
      at: i,
      speaker: who.speaker,
      pronoun: who.pronoun,
      origin: who.origin ?? origin,
      after: last,
    });
    if (then) addNamed(then.at, then.name);
  }
  return withoutInner(tokens, found);
}

/** "Farmers reported 300, a biologist said": the farmers are the origin. */
function withoutInner(tokens: readonly Token[], found: Speech[]): Speech[] {
  const last = found.at(-1);
  if (!last?.after || found.length < 2) return found;
  const inner = found.filter((speech) =>
    speech !== last &&
    /^(reported|registered|counted|logged|found|recorded|published|put)$/.test(
      at(tokens, speech.at),
    ) &&
    !tokens.slice(speech.at, last.at).some(({ text }) => text === ";")
  );
  if (inner.length === 0) return found;
  return [
    ...found.filter((speech) => speech !== last && !inner.includes(speech)),
    { ...last, origin: last.origin ?? inner[0]!.speaker },
  ];
}

/** The speech that a token of a sentence belongs to. */
export function speechOf(
  tokens: readonly Token[],
  speeches: readonly Speech[],
  place: number,
): Speech | null {
  let best: Speech | null = null;
  let least = Infinity;
  for (const speech of speeches) {
    let cost = Math.abs(speech.at - place);
    const [a, b] = speech.at < place ? [speech.at, place] : [place, speech.at];
    for (let i = a; i < b; i++) {
      if (tokens[i]!.text === ";") cost += 200;
      else if (tokens[i]!.text === "—") cost += 20;
    }
    // What stands after the words said was said of those before it.
    if (speech.after && speech.at < place) cost += 15;
    if (!speech.after && speech.at > place) cost += 8;
    if (cost < least) [best, least] = [speech, cost];
  }
  return best;
}
