const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

export { ROLES } from "./speech_words.ts";

/** Words for persons, whose age may be said after them. */
export const AGED = set(`child children boy boys girl girls man men woman women
people persons person adult adults infant infants baby babies teenager teenagers
youth youths resident residents patient patients pupil pupils student students
those anyone anybody everyone everybody someone somebody them citizens victim
victims suspect suspects brother brothers sister sisters son sons daughter
daughters father mother husband wife pensioner pensioners worker workers voters
kids kid males females employees members drivers cyclists players smokers
participants respondents migrants refugees prisoners soldiers recruits mothers
fathers parents toddler toddlers widow widows orphans veterans nurses teachers cyclist driver player soldier`);
