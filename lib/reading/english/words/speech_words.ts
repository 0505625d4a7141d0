const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

/** Verbs of saying: their subject speaks. */
export const SAYING = set(`said says say told tells reported reports announced
announces stated states noted notes added adds claimed claims estimated
estimates estimate believes believe wrote writes revealed reveals confirmed
confirms explained explains warned warns insisted insists acknowledged admitted
stressed stresses emphasised emphasized emphasizes highlighted argued argues
suggested suggests suggest indicated indicates indicate showed shows show found
finds counted counts put puts declared declares disclosed published maintains
maintained calculated calculates reckons reckoned recalled testified tweeted
posted speaks spoke spoken registered logged assesses assessed tallied contends thinks thought doubts called calls fears denied
denies rejected rejects expects complained complains`);

/** Those of them that say it after the words: "…, said the minister". */
export const SAYING_FIRST = set(
  `said says added adds explained wrote writes noted notes stressed reported
  announced warned insisted recalled emphasises emphasized`,
);

/** Verbs of saying that speak for a subject only with a number near. */
export const COUNTING = set(
  `counted counts put puts found finds registered logged estimated estimates
  speaks spoke spoken calculated calculates showed shows show published assesses
  assessed reckons tallied suggest suggests indicate indicates`,
);

/** Words at which the phrase of a speaker begins anew. */
export const PHRASE_STARTS = set(`that and but while as because which who where
when although though if whereas since so or nor yet than`);

/** Words that no speaker's name begins with. */
export const ADVERBS = set(`earlier later also however meanwhile previously
recently separately today yesterday still then now thus moreover furthermore
officially reportedly already here there once again instead even only just
therefore finally in on at by for from of to with after before during`);

/** Pronouns that point back to who spoke last. */
export const PRONOUNS = set("he she they it who which we i");

/** Nouns that say what a person is: the name follows them. */
export const ROLES = set(`spokesman spokeswoman spokesperson minister president
director chief head chair chairman chairwoman chairperson mayor governor officer
secretary expert analyst professor correspondent commissioner deputy statistician
economist researcher scientist leader general colonel captain judge lawyer
ambassador official coordinator manager founder commander inspector activist
doctor epidemiologist hydrologist meteorologist ministry office agency outlet
edition newspaper magazine portal institute union charity group company employer
insurer regulator operator senator representative lawmaker journalist author
editor executive ceo engineer warden ranger biologist ecologist demographer
sociologist historian councillor councilman prosecutor sheriff superintendent
principal rector dean bishop broker trader consultant adviser advisor envoy
mp mep reporter owner farmer laboratory clinic board hospital council
airline railway authority service bureau society police university observatory
commission court department federation association foundation committee insurers`);
