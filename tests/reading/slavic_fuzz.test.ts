import { readText } from "../../lib/reading/read_text.ts";
import { assertHolds } from "./holds.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import process from "node:process";

/** Words that the two grammars look at, in any order. */
const WORDS = {
  uk:
    "один два третина половина двадцять сто тисяч тисячі млн тис. десятки сотні пів півтора вдвічі втричі раза у в за з до від між і та на на день щомісяця понад близько майже не менше більше менше % відсотків п. 1 12 2024 2024-го 4 690 4,5 00 99999999999999999999999999999999999 року рік травня травень січні–жовтні понеділок минулого цього останні години тому раніше аналогічний період порівняно ніж проти зросла впала сказав він за словами даними міністр поліція осіб людей км грн № ст. « » — – , . ; : ( ) кожен п'ятий частина початку кінця станом перебувають загинули кварталі півріччя може очікується прогнозує коли із них пів ніч на про це йдеться у звіті роком раніше той самий період минулого — становитиме",
  ru:
    "один два треть половина двадцать сто тысяч тысячи млн тыс. десятки сотни пол полтора вдвое втрое раза в за с до от между и на в день ежемесячно более около почти не менее больше меньше % процентов п. 1 12 2024 2024-го 4 690 4,5 00 99999999999999999999999999999999999 года год мая май январе–октябре понедельник прошлого этого последние часа назад ранее аналогичный период сравнению чем против выросла упала сказал он по словам данным министр полиция человек людей км руб. № ст. « » — – , . ; : ( ) каждый пятый часть начала конца состоянию находятся погибли квартале полугодии может ожидается прогнозирует когда из них ночь на об этом говорится в отчёте годом ранее тот же период прошлой — погибнет",
} as const;

const DATE = fc.option(
  fc.constantFrom("2024-02-29", "2031-11", "0001-01-01", "9999-12-31"),
  { nil: undefined },
);

for (const language of ["uk", "ru"] as const) {
  const text = fc.array(
    fc.constantFrom(...WORDS[language].split(" ")),
    { maxLength: 60 },
  ).map((words) => words.join(" "));

  Deno.test(`whatever words a text in ${language} has, what is read holds`, () => {
    fc.assert(
      fc.property(text, DATE, (text, published) => {
        assertHolds(text, published, language);
      }),
      { numRuns: 1500 },
    );
  });

  const patterns = [
    "1 ",
    WORDS[language].split(" ").slice(0, 40).join(" ") + " ",
    "« ",
    "5 травня мая — ",
    "прогноз, 5 осіб, ",
    "0 80 ",
  ];
  for (const pattern of patterns) {
    Deno.test(`a text in ${language} of many ${JSON.stringify(pattern.slice(0, 20))} takes no more than its length`, () => {
      const time = (length: number) => {
        const text = pattern.repeat(Math.ceil(length / pattern.length));
        let least = Infinity;
        for (let turn = 0; turn < 2; turn++) {
          const { user: start } = process.cpuUsage();
          readText(text, { language, published: "2031-11-10" });
          least = Math.min(least, (process.cpuUsage().user - start) / 1000);
        }
        return least;
      };
      time(5_000);
      // Eight times the text: 64 times the time would be its square.
      const [short, long] = [time(5_000), time(40_000)];
      assert.ok(long < 32 * Math.max(short, 4), `${short} ms, then ${long} ms`);
    });
  }
}
