import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

/** The values of a text's numbers; a range as [low, high]. */
function valuesOf(text: string): (number | [number, number])[] {
  return readText(text).quantities.map(({ value, value_high }) =>
    value_high === null ? value : [value, value_high]
  );
}

const CASES: readonly [string, (number | [number, number])[]][] = [
  ["4,690 cases were opened.", [4690]],
  ["4.690 cases were opened.", [4690]],
  ["4 690 cases were opened.", [4690]],
  ["4\u00a0690 cases were opened.", [4690]],
  ["4\u202f690 cases were opened.", [4690]],
  ["4’690 cases were opened.", [4690]],
  ["1 234 567 votes were cast.", [1234567]],
  ["1.234.567 votes were cast.", [1234567]],
  ["1,00,000 homes were lost.", [100000]],
  ["The lake lost 1,234.5 tonnes of fish.", [1234.5]],
  ["Some 1.5 thousand people came.", [1500]],
  ["2.3m people voted.", [2300000]],
  ["A fund of €2.3m was set up.", [2300000]],
  ["The tower is 37m tall.", [37]],
  ["It has 1.2bn users.", [1200000000]],
  ["Half a million children fled.", [500000]],
  ["A dozen ships waited.", [12]],
  ["Two dozen ships waited.", [24]],
  ["Dozens of people died.", [12]],
  ["Hundreds of people died.", [100]],
  ["Tens of thousands of people fled.", [10000]],
  ["Several hundred people fled.", [100]],
  ["One in five owners replied.", [0.2]],
  ["Three out of ten owners replied.", [0.3]],
  ["A third of them replied.", [1 / 3]],
  ["Two-thirds of voters replied.", [2 / 3]],
  ["Three quarters of a million left.", [750000]],
  ["Two and a half million left.", [2500000]],
  ["Only two and a half brigades came.", [2.5]],
  ["Twenty-five houses burned.", [25]],
  ["Two hundred and six houses burned.", [206]],
  ["Three thousand four hundred trees fell.", [3400]],
  ["70-75% of the army", [[70, 75]]],
  ["70–75 per cent of the army", [[70, 75]]],
  ["Between 1,800 and 2,200 people came.", [[1800, 2200]]],
  ["15,000 to 18,000 people leave.", [[15000, 18000]]],
  ["Between 10 and 12 thousand bicycles went.", [[10000, 12000]]],
  ["It cost $3 to $5 billion.", [[3e9, 5e9]]],
  ["Savings range from $200 to $4 million.", [[200, 4e6]]],
  ["The toll rose from 1,140 to 1,410.", [1140, 1410]],
  ["The number of cases doubled.", [2]],
  ["There were 3.3 times as many thefts.", [3.3]],
  ["A 60,000-strong crowd came.", [60000]],
  ["The low was minus 12 degrees.", [-12]],
  ["A loss of -50.8 points", [-50.8]],
  ["A share of 4,6 percent", [4.6]],
  ["A share of .5 percent, and .1.2.3", [0.5]],
  ["A third of the 1/16 share", [1 / 3, 1 / 16]],
  // No numbers that count: dates, times, names, phone numbers.
  ["On 10 November 2031 at 07:45 it rained.", []],
  ["It opened at 6 a.m. and closed at 10.45pm.", []],
  ["The Big 12 met in room 3, under section 14.", []],
  ["Article 408 of the code, No. 5, § 12, gate 7.", []],
  ["Call 0800-55-123 or +44 20 7946 0958.", []],
  ["In the 1990s he wrote it; the 9th edition came in 2004.", []],
  ["The iPhone 11 Pro and the Boeing 737 were shown.", []],
  ["Since 2022-03-01 and until 1.4.2023 it was shut.", []],
  ["COVID-19 and H1N1 spread.", []],
  ["No one came, and one another's help was missed.", []],
  ["They won 3-1 and lost 2–2.", []],
  ["The Tigers beat the Royals 7-3.", []],
  ["Python 3.12 and the RTX 4090 were shown.", []],
  ["Profit rose to Rs 4,320 crore.", [43_200_000_000]],
  ["Every third farm is shut.", [1 / 3]],
  // Years go on in lists and ranges, and before a closing quote.
  ["“Nobody has come back since June 2027.”", []],
  ["In 2028 and 2029 farmers left.", []],
  ["From 2030 to 2032 patients were turned away.", []],
  ["Of 2,300 and 1,900 patients none waited.", [2300, 1900]],
  // A change and what it came to are two numbers; a change may be a range.
  ["Herds shrank by 41,700 to 1.3 million.", [41700, 1.3e6]],
  ["Each herd shrank by 20 to 30 cattle.", [[20, 30]]],
  ["It moved from 118 to 96 cases.", [118, 96]],
  // Models, cases and codes.
  ["They flew nine B-52 bombers.", [9]],
  ["The court heard case 318/2029 and No. 44-912.", []],
  ["Trams 3, 11 and 26 and articles 6, 7 and 9 were cut.", []],
  ["3. Bees died.", []],
  ["Some 600 Boeing 747 aircraft fly.", [600]],
  ["One child in three is ill.", [1 / 3]],
];

for (const [text, wanted] of CASES) {
  Deno.test(`the numbers of "${text}"`, () => {
    const found = valuesOf(text);
    assert.equal(found.length, wanted.length, JSON.stringify(found));
    wanted.forEach((value, i) => {
      const [a, b] = [[value].flat(), [found[i]!].flat()];
      assert.equal(a.length, b.length, JSON.stringify(found));
      a.forEach((number, k) =>
        assert.ok(Math.abs(number - b[k]!) < 1e-9, JSON.stringify(found))
      );
    });
  });
}

Deno.test("a point divides or groups by what the text does elsewhere", () => {
  assert.deepEqual(
    valuesOf("In May 4.690 bikes were stolen, in June 1.250, up 4,6 percent."),
    [4690, 1250, 4.6],
  );
  assert.deepEqual(
    valuesOf("The index rose 0.5% to 1.234, from 1.2 in May."),
    [0.5, 1.234, 1.2],
  );
  assert.deepEqual(
    valuesOf("They put it at 1.410. It was 1,410 before."),
    [1410, 1410],
  );
});
