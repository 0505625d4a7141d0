import type { Token } from "../../token.ts";
import { PEOPLE, STUFF } from "./nouns.ts";

/** Words of closed classes, and verbs that are forms of them: no nouns. */
const CLOSED: ReadonlySet<string> = new Set(
  `a an the this that these those some any no every each either neither both
all half of in on at by for from to with without within into onto upon about
above below under over between among through during before after since until
till against across along around behind beside beyond despite down up out off
near past per than then as and or but nor so yet if because while although
though unless whether where when why how who whom whose which what i you he she
it we they me him her us them my your his its our their mine yours hers ours
theirs myself himself herself itself ourselves themselves am is are was were be
been being do does did done has have had having will would shall should can
could may might must not only also just even still already again too very more
most less least much many few several such own same other another else ever
never always often there here now today yesterday tomorrow said says say told
according including via amid plus minus versus vs compared ago later earlier
nearly almost roughly approximately however meanwhile therefore thus hence
worth like unlike according last next a.m p.m am pm`.split(/\s+/),
);

/** Verbs and others in s or ed that follow a number and are no nouns. */
const NO_NOUN: ReadonlySet<string> = new Set(
  `was is has its this us plus less across as versus minus thus always perhaps
besides towards afterwards nowadays overseas does says goes gets makes takes
remains stays stands comes becomes means shows needs seems appears times
others'`.split(/\s+/),
);

/** Whether a word is of a closed class. */
export const isClosed = (word: string): boolean => CLOSED.has(word);

/** Whether a token is a noun that is counted: a plural, as far as it shows. */
export function isCounted(token: Token | undefined): boolean {
  if (!token || token.kind !== "word") return false;
  const word = token.lower;
  if (PEOPLE.has(word) || STUFF.has(word)) return true;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") &&
    !word.endsWith("'s") && !CLOSED.has(word) && !NO_NOUN.has(word) &&
    !token.capital;
}
