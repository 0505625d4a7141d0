import { readText } from "../../lib/reading/read_text.ts";
import type { Draft, Quantity } from "../../lib/reading/types.ts";
import assert from "node:assert/strict";

type Language = "uk" | "ru";

function only<T>(found: readonly T[], text: string): T {
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  return found[0]!;
}

const quantityOf = (text: string, language: Language): Quantity =>
  only(readText(text, { language }).quantities, text);

const draftOf = (text: string, language: Language): Draft =>
  only(readText(text, { language, published: "2031-11-09" }).drafts, text);

/** A text, its number, the upper number of a range and the hedge. */
type Row = readonly [string, number, number | null, string];

const NUMBERS: Readonly<Record<Language, readonly Row[]>> = {
  uk: [
    ["Зафіксовано 4 690 випадків.", 4690, null, "bare"],
    ["Зафіксовано 4\u202f690 випадків.", 4690, null, "bare"],
    ["Зафіксовано 4\u00a0690 випадків.", 4690, null, "bare"],
    ["Зафіксовано понад 1,5 тис. випадків.", 1500, null, "over"],
    ["Виїхали близько 2,3 млн осіб.", 2_300_000, null, "about"],
    ["Без світла майже пів мільйона людей.", 500_000, null, "nearly"],
    ["Без світла півмільйона людей.", 500_000, null, "bare"],
    ["Приїхали щонайменше півтори тисячі гостей.", 1500, null, "at_least"],
    ["Приїхали не більше двохсот гостей.", 200, null, "up_to"],
    ["Приїхали до 500 гостей.", 500, null, "up_to"],
    ["Приїхали десятки тисяч гостей.", 10_000, null, "plural"],
    ["Приїхали тисячі гостей.", 1000, null, "plural"],
    ["Приїхали більше тисячі гостей.", 1000, null, "over"],
    ["Приїхали кілька сотень гостей.", 100, null, "plural"],
    ["Приїхали дві тисячі триста п'ять гостей.", 2305, null, "bare"],
    ["Приїхали від 100 до 200 гостей.", 100, 200, "bare"],
    ["Приїхали 10–12 тисяч гостей.", 10_000, 12_000, "bare"],
    ["Приїхали між 5 і 7 тис. гостей.", 5000, 7000, "bare"],
    ["Їх стало вдвічі більше.", 2, null, "bare"],
    ["Їх стало втричі більше.", 3, null, "bare"],
    ["Їх стало більше у 2,5 раза.", 2.5, null, "bare"],
    ["Дві третини гостей поїхали.", 2 / 3, null, "bare"],
    ["Кожен п'ятий гість поїхав.", 0.2, null, "bare"],
    ["Один із десяти гостей поїхав.", 0.1, null, "bare"],
    ["Поїхали 12,5 відсотка гостей.", 12.5, null, "bare"],
    ["Поїхали 300 чи більше гостей.", 300, null, "at_least"],
  ],
  ru: [
    ["Зафиксировано более 1,5 тыс. случаев.", 1500, null, "over"],
    ["Зафиксировано около 4 690 случаев.", 4690, null, "about"],
    ["Без света почти полмиллиона человек.", 500_000, null, "nearly"],
    ["Приехали не менее полутора тысяч гостей.", 1500, null, "at_least"],
    ["Приехали не более двухсот гостей.", 200, null, "up_to"],
    ["Приехали до 500 гостей.", 500, null, "up_to"],
    ["Приехали десятки тысяч гостей.", 10_000, null, "plural"],
    ["Приехали тысячи гостей.", 1000, null, "plural"],
    ["Приехали более тысячи гостей.", 1000, null, "over"],
    ["Приехали несколько сотен гостей.", 100, null, "plural"],
    ["Приехали две тысячи триста пять гостей.", 2305, null, "bare"],
    ["Приехали от 100 до 200 гостей.", 100, 200, "bare"],
    ["Их стало вдвое больше.", 2, null, "bare"],
    ["Их стало больше в 2,5 раза.", 2.5, null, "bare"],
    ["Две трети гостей уехали.", 2 / 3, null, "bare"],
    ["Каждый пятый гость уехал.", 0.2, null, "bare"],
    ["Уехали 12,5 процента гостей.", 12.5, null, "bare"],
  ],
};

for (const language of ["uk", "ru"] as const) {
  for (const [text, value, high, hedge] of NUMBERS[language]) {
    Deno.test(`${language}: ${text}`, () => {
      const quantity = quantityOf(text, language);
      assert.ok(Math.abs(quantity.value - value) < 1e-9, `${quantity.value}`);
      assert.equal(quantity.value_high, high);
      assert.equal(quantity.hedge, hedge);
    });
  }
}

const PERIODS: Readonly<
  Record<Language, readonly (readonly [string, string | null, string | null])[]>
> = {
  uk: [
    ["у травні", "2031-05-01", "2031-05-31"],
    ["у грудні", "2030-12-01", "2030-12-31"],
    ["у травні 2029 року", "2029-05-01", "2029-05-31"],
    ["9 травня", "2031-05-09", "2031-05-09"],
    ["09.05.2030", "2030-05-09", "2030-05-09"],
    ["з 3 по 9 травня", "2031-05-03", "2031-05-09"],
    ["з січня до березня", "2031-01-01", "2031-03-31"],
    ["у січні–жовтні 2029 року", "2029-01-01", "2029-10-31"],
    ["за перші десять місяців 2029 року", "2029-01-01", "2029-10-31"],
    ["за 9 місяців 2031 року", "2031-01-01", "2031-09-30"],
    ["у ІІІ кварталі", "2031-07-01", "2031-09-30"],
    ["у першому півріччі 2030 року", "2030-01-01", "2030-06-30"],
    ["з початку року", "2031-01-01", "2031-11-09"],
    ["від початку травня", "2031-05-01", "2031-11-09"],
    ["до кінця червня", null, "2031-06-30"],
    ["торік", "2030-01-01", "2030-12-31"],
    ["минулого місяця", "2031-10-01", "2031-10-31"],
    ["цього року", "2031-01-01", "2031-11-09"],
    ["за останні два роки", "2029-11-10", "2031-11-09"],
    ["за останні 24 години", "2031-11-08", "2031-11-09"],
    ["протягом 2022–2024 років", "2022-01-01", "2024-12-31"],
    ["вчора", "2031-11-08", "2031-11-08"],
    // The day of publication is a Sunday.
    ["у п'ятницю", "2031-11-07", "2031-11-07"],
  ],
  ru: [
    ["в мае", "2031-05-01", "2031-05-31"],
    ["9 мая 2029 года", "2029-05-09", "2029-05-09"],
    ["с 3 по 9 мая", "2031-05-03", "2031-05-09"],
    ["с января по октябрь", "2031-01-01", "2031-10-31"],
    ["за первые десять месяцев 2029 года", "2029-01-01", "2029-10-31"],
    ["во втором квартале", "2031-04-01", "2031-06-30"],
    ["с начала года", "2031-01-01", "2031-11-09"],
    ["к концу июня", null, "2031-06-30"],
    ["в прошлом году", "2030-01-01", "2030-12-31"],
    ["за последние две недели", "2031-10-27", "2031-11-09"],
    ["в 2022–2024 годах", "2022-01-01", "2024-12-31"],
    ["в пятницу", "2031-11-07", "2031-11-07"],
  ],
};

const TOLD: Readonly<Record<Language, string>> = {
  uk: "згоріли 300 будинків",
  ru: "сгорели 300 домов",
};

for (const language of ["uk", "ru"] as const) {
  for (const [words, start, end] of PERIODS[language]) {
    Deno.test(`${language}: ${words}`, () => {
      const [first = "", ...rest] = words;
      const capital = first.toUpperCase() + rest.join("");
      for (
        const text of [
          `${capital} ${TOLD[language]}.`,
          `${TOLD[language]} ${words}.`,
        ]
      ) {
        const draft = draftOf(text, language);
        assert.deepEqual([draft.start, draft.end], [start, end], text);
        assert.equal(draft.kind, "total");
      }
    });
  }
}

const KINDS: readonly (readonly [Language, string, string, string])[] = [
  ["uk", "Станом на 1 травня в місті проживало 300 родин.", "level", "300"],
  ["uk", "У лікарні перебувають 300 пацієнтів.", "level", "300"],
  ["uk", "Щомісяця зникають 300 осіб.", "rate", "300"],
  ["uk", "Фіксують 300 викликів на день.", "rate", "300"],
  ["uk", "Кількість справ зросла на 20%.", "ratio", "1.2"],
  ["uk", "Кількість справ зменшилася на третину.", "ratio", "0.67"],
  ["uk", "Справ стало на 300 менше.", "difference", "-300"],
  ["uk", "Справ стало втричі менше.", "ratio", "0.33"],
  ["uk", "19 % справ закрито.", "share", "0.19"],
  ["ru", "В больнице находятся 300 пациентов.", "level", "300"],
  ["ru", "Ежемесячно пропадают 300 человек.", "rate", "300"],
  ["ru", "Число дел выросло на 20%.", "ratio", "1.2"],
  ["ru", "Дел стало на 300 меньше.", "difference", "-300"],
  ["ru", "19 % дел закрыто.", "share", "0.19"],
];

for (const [language, text, kind, stated] of KINDS) {
  Deno.test(`${language}: ${text}`, () => {
    const draft = draftOf(text, language);
    assert.deepEqual([draft.kind, draft.stated], [kind, stated]);
  });
}

const NO_CLAIMS: readonly (readonly [Language, string])[] = [
  ["uk", "Стаття 407 діє від 09:30, тел. 0-800-55-12-34."],
  ["uk", "32-річний водій заплатив 500 грн за 20 км."],
  ["uk", "Будинок № 12 зведено за 3 роки."],
  ["uk", "Планують найняти 300 осіб."],
  ["ru", "Статья 337 действует с 09:30."],
  ["ru", "Цена выросла на 10% и составила 58 рублей."],
  ["ru", "На 45-м километре дороги шириной 12 метров."],
];

for (const [language, text] of NO_CLAIMS) {
  Deno.test(`${language}, no claim: ${text}`, () => {
    assert.deepEqual(
      readText(text, { language }).drafts.map(({ wording }) => wording),
      [],
    );
  });
}

const SPEAKERS: readonly (
  readonly [Language, string, string, string | null]
)[] = [
  [
    "uk",
    "Загинули 12 осіб, повідомив міністр Іван Коваль.",
    "Іван Коваль",
    null,
  ],
  ["uk", "За словами Ірини Дуб, загинули 12 осіб.", "Ірини Дуб", null],
  ["uk", "У поліції заявили, що загинули 12 осіб.", "поліції", null],
  [
    "uk",
    "Загинули 12 осіб, пише «Вісник» з посиланням на прокуратуру.",
    "Вісник",
    "прокуратуру",
  ],
  [
    "ru",
    "Погибли 12 человек, сообщил министр Иван Ковалёв.",
    "Иван Ковалёв",
    null,
  ],
  ["ru", "По данным полиции, погибли 12 человек.", "полиции", null],
  [
    "ru",
    "Погибли 12 человек, пишет «Вестник» со ссылкой на прокуратуру.",
    "Вестник",
    "прокуратуру",
  ],
];

for (const [language, text, speaker, origin] of SPEAKERS) {
  Deno.test(`${language}, who speaks: ${text}`, () => {
    const draft = draftOf(text, language);
    assert.deepEqual([draft.speaker, draft.origin], [speaker, origin]);
  });
}
