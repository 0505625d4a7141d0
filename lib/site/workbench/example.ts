import { emptyTables, tableOf, type Tables } from "./tables.ts";

/** Three invented claims that cannot all be true, to look at. */
export function exampleTables(): Tables {
  const total = { kind: "total", measure: "visitors", start: "2024-01" };
  return {
    ...emptyTables(),
    claims: tableOf("claims", [
      {
        ...total,
        claim_id: "paper-60000",
        stated: "60000",
        hedge: "about",
        end: "2024-06",
        speaker: "the museum's director",
        source_id: "paper-2024-07-01",
        wording: "about 60,000 visitors in the first half of the year",
      },
      {
        ...total,
        claim_id: "radio-11000-a-month",
        kind: "rate",
        stated: "11000",
        stated_high: "12000",
        per: "month",
        spread: "mean",
        start: "2024-07",
        end: "2024-12",
        speaker: "the ticket office",
        source_id: "radio-2025-01-10",
        wording: "11,000 to 12,000 a month on average in the second half",
      },
      {
        ...total,
        claim_id: "report-over-150000",
        stated: "150000",
        hedge: "over",
        end: "2024-12",
        speaker: "the ministry",
        source_id: "report-2025-02",
        wording: "over 150,000 visitors in 2024",
      },
    ]),
    sources: tableOf("sources", [
      {
        source_id: "paper-2024-07-01",
        publisher: "An invented paper",
        published: "2024-07-01",
      },
      {
        source_id: "radio-2025-01-10",
        publisher: "An invented radio",
        published: "2025-01-10",
      },
      {
        source_id: "report-2025-02",
        publisher: "An invented ministry",
        published: "2025-02",
      },
    ]),
    measures: tableOf("measures", [{
      measure: "visitors",
      label: "Visitors of the museum",
      unit: "visits",
    }]),
  };
}
