import type { Span } from "../period.ts";
import { declined, meaning, set } from "../slavic/words.ts";

/** How adjectives end: of their stem and in all cases. */
const HARD = "ый ой ого ому ым ом ая ую ою ое ые ых ыми";
const SOFT = "ий его ему им ем яя ей юю ее ие их ими";
const AFTER_HUSH = "ий его ему им ем ая ей ую ее ие их ими";

/** Dates and what stands around them, in all cases. */
export const CALENDAR = {
  months: meaning<number>([
    ["янв|январ ь я е ю ём ем", 0],
    ["фев|февр|феврал ь я е ю ём ем", 1],
    ["март _ а е у ом", 2],
    ["апр|апрел ь я е ю ем", 3],
    ["ма й я е ю ем", 4],
    ["июн ь я е ю ем", 5],
    ["июл ь я е ю ем", 6],
    ["авг|август _ а е у ом", 7],
    ["сент|сентябр ь я е ю ём ем", 8],
    ["окт|октябр ь я е ю ём ем", 9],
    ["нояб|ноябр ь я е ю ём ем", 10],
    ["дек|декабр ь я е ю ём ем", 11],
  ]),
  weekdays: meaning<number>([
    ["понедельник _ а у", 0],
    ["вторник _ а у", 1],
    ["сред а ы у е", 2],
    ["четверг _ а у", 3],
    ["пятниц а ы у е", 4],
    ["суббот а ы у е", 5],
    ["воскресень е я ю", 6],
  ]),
  spans: meaning<Span>([
    ["день|дн я и ей ю ём ем ям ями ях|сут ки ок кам ками", "day"],
    ["недел я и ю е ь ей ям ями ях|нед", "week"],
    ["месяц _ а ы ев е у ем ам ами ах|мес", "month"],
    ["квартал _ а е у ы ов ом", "quarter"],
    ["год _ а у ы е ом ам ами ах|годов|лет|г|гг", "year"],
    ["десятилети е я й", "decade"],
  ]),
  halfYear: declined("полугоди е я и"),
  first: declined(`перв ${HARD}`),
  past: declined(`последн ${SOFT}`),
  previous: declined(
    `прошл ${HARD}|минувш ${AFTER_HUSH}|предыдущ ${AFTER_HUSH}|прошедш ${AFTER_HUSH}`,
  ),
  current: declined(
    `эт ого ому им от у ой ом их|текущ ${AFTER_HUSH}|нынешн ${SOFT}`,
  ),
  same: declined(
    `аналогичн ${HARD}|соответствующ ${AFTER_HUSH}|тот|того|тем|такой|такого`,
  ),
  period: declined("период _ а у е ом|время"),
  begin: declined("начал о а е у ом"),
  end: declined("кон ец ца це цу цом"),
  middle: declined("середин а ы у е"),
  daysAgo: meaning<number>([
    ["сегодня|ныне", 0],
    ["вчера", 1],
    ["позавчера", 2],
  ]),
  yearsAgo: meaning<number>([]),
  ago: set("назад"),
  earlier: set("ранее раньше"),
  hours: declined("час _ а ов ам ами|ч"),
  in: set("в во за на протяжении течение"),
  since: set("с со от начиная"),
  until: set("до по к ко"),
  after: set("после"),
  on: set("на"),
  state: set("состоянию"),
  between: set("между"),
  and: set("и"),
  against: set("сравнению сравнении сравнение против чем относительно"),
  perBefore: set("в за на"),
  per: meaning<string>([
    ["ежедневно|ежесуточно", "day"],
    ["еженедельно", "week"],
    ["ежемесячно", "month"],
    ["ежеквартально", "quarter"],
    ["ежегодно", "year"],
  ]),
};
