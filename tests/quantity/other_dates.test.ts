import { firstDay } from "../../lib/quantity/date.ts";
import { adviseDate } from "../../lib/quantity/other_dates.ts";
import assert from "node:assert/strict";

Deno.test("dates in another order are answered with the ISO form", () => {
  const day = [
    "31.10.2025",
    "31/10/2025",
    "31-10-2025",
    "10/31/2025",
    "2025/10/31",
    "2025.10.31",
    "20251031",
    "2025-10-31T00:00:00Z",
    "2025-10-31 14:05",
    "31.10.2025 00:00:00",
    "31 October 2025",
    "31st of October, 2025",
    "31-Oct-2025",
    "October 31, 2025",
    "Oct. 31st 2025",
    "2025–10–31",
    " 2025-10-31 ",
    "２０２５-10-31",
  ];
  for (const text of day) {
    assert.equal(adviseDate(text), "write 2025-10-31", text);
  }
  const month = [
    "10.2025",
    "10/2025",
    "2025.10",
    "2025/10",
    "202510",
    "Oct 2025",
    "October, 2025",
    "2025 Oct",
  ];
  for (const text of month) {
    assert.equal(adviseDate(text), "write 2025-10", text);
  }
  assert.equal(adviseDate("2025-2-3"), "write 2025-02-03");
  assert.equal(adviseDate("2025-2"), "write 2025-02");
  assert.equal(adviseDate("Sept. 5, 2025"), "write 2025-09-05");
  assert.equal(adviseDate("29.02.2024"), "write 2024-02-29");
});

Deno.test("both days are named where either number may be the day", () => {
  for (const text of ["03/04/2025", "3.4.2025", "03-04-2025 12:00"]) {
    assert.equal(
      adviseDate(text),
      "it could be 2025-04-03 or 2025-03-04: write the one that is meant",
      text,
    );
  }
  assert.equal(adviseDate("04/04/2025"), "write 2025-04-04");
});

Deno.test("the year of two digits is never guessed", () => {
  for (
    const text of [
      "25-10",
      "10/25",
      "31.10.25",
      "10/31/25",
      "25-10-31",
      "Oct-25",
      "31-Oct-25",
    ]
  ) {
    assert.equal(
      adviseDate(text),
      "write the year with four digits, like 2024-01-31",
      text,
    );
  }
});

Deno.test("a spreadsheet's day number is named with its date", () => {
  const advice = adviseDate("45961")!;
  assert.match(advice, /day number, which would be 2025-10-31/);
  assert.equal(adviseDate("45961.5"), advice);
});

Deno.test("a year and a quarter have a first and a last month", () => {
  assert.equal(
    adviseDate("2025"),
    "a year starts on 2025-01 and ends on 2025-12",
  );
  for (const text of ["Q3 2025", "2025-Q3"]) {
    assert.equal(
      adviseDate(text),
      "a quarter starts on 2025-07 and ends on 2025-09",
    );
  }
});

Deno.test("a week and a half year have a first day or month and a last", () => {
  for (const text of ["2020-W05", "2020W05", "W5 2020"]) {
    assert.equal(
      adviseDate(text),
      "a week starts on 2020-01-27 and ends on 2020-02-02",
    );
  }
  assert.equal(
    adviseDate("2015-W01"),
    "a week starts on 2014-12-29 and ends on 2015-01-04",
  );
  assert.equal(
    adviseDate("2020-W53"),
    "a week starts on 2020-12-28 and ends on 2021-01-03",
  );
  assert.equal(adviseDate("2020-W05-3"), "write 2020-01-29");
  assert.equal(adviseDate("2021-W53"), "2021 has weeks 01 to 52");
  assert.equal(adviseDate("2020-W00"), "2020 has weeks 01 to 53");
  for (const text of ["2024-H2", "H2 2024"]) {
    assert.equal(
      adviseDate(text),
      "a half year starts on 2024-07 and ends on 2024-12",
    );
  }
});

Deno.test("a day that its month does not have is answered with those it has", () => {
  const february = [
    "31.02.2025",
    "2025/02/30",
    "February 29, 2025",
    "20250231",
  ];
  for (const text of february) {
    assert.equal(adviseDate(text), "2025-02 has days 01 to 28", text);
  }
  assert.equal(adviseDate("31 Apr 2024"), "2024-04 has days 01 to 30");
  assert.equal(adviseDate("30.02.2024"), "2024-02 has days 01 to 29");
});

Deno.test("a day of the week, other digits and the year first make no other date", () => {
  const day = [
    "Friday, 31 October 2025",
    "Fri 31 Oct 2025",
    "Fri. Oct 31, 2025",
    "2025 Oct 31",
    "2025-Oct-31",
    "2025年10月31日",
    "٢٠٢٥-١٠-٣١",
  ];
  for (const text of day) {
    assert.equal(adviseDate(text), "write 2025-10-31", text);
  }
  assert.equal(adviseDate("2025年10月"), "write 2025-10");
});

Deno.test("two dates in one cell are taken apart, and a year that is none is told", () => {
  for (const text of ["2025-05-06/2025-05-08", "2025-05-06 to 2025-05-08"]) {
    assert.equal(
      adviseDate(text),
      "it is two dates: write 2025-05-06 and 2025-05-08 in cells of their own",
    );
  }
  for (const text of ["2023/24", "FY 2023-24"]) {
    assert.equal(
      adviseDate(text),
      "a year from 2023 to 2024 starts and ends in months of its own, like " +
        "2023-07 and 2024-06",
    );
  }
  // October, and no year.
  assert.equal(adviseDate("2009/10"), "write 2009-10");
  assert.equal(adviseDate("2023/25"), undefined);
});

Deno.test("no date is made of what is none", () => {
  const none = [
    "",
    "-",
    "soon",
    "2025-13-32",
    "99/99/2025",
    "19922",
    "1e5",
    "March",
    "Weather 2025",
    "12 Weather 2025",
    "200",
    "2025-10-31".repeat(9),
  ];
  for (const text of none) assert.equal(adviseDate(text), undefined, text);
});

Deno.test("the error of a date ends with what to write", () => {
  assert.throws(() => firstDay("31.10.2025"), {
    message:
      "'31.10.2025' is not a date like 2024-01-31 or 2024-01; write 2025-10-31",
  });
  assert.throws(() => firstDay("2025-31-10"), {
    message: "'2025-31-10' names month 31; months are 01 to 12; with day and " +
      "month the other way round, write 2025-10-31",
  });
  assert.throws(() => firstDay("soon"), {
    message: "'soon' is not a date like 2024-01-31 or 2024-01",
  });
});
