import { deepEqual, equal } from "node:assert/strict";
import {
  CsvParseStream,
  CsvStringifyStream,
  type DataItem,
  parse,
  stringify,
  type StringifyOptions,
} from "@std/csv";
import { named, seeded, thrown } from "./support.ts";

const cases: [string, DataItem[], StringifyOptions | undefined, string][] = [
  ["nothing", [], undefined, ""],
  ["arrays", [["a", 1], [true, 2n]], undefined, "a,1\r\ntrue,2\r\n"],
  ["empty values", [[null, undefined, ""], []], undefined, ",,\r\n\r\n"],
  ["holes", [new Array(2)], undefined, ",\r\n"],
  [
    "quoting",
    [["a,b", 'c"d', "e\nf", "g\r\nh"]],
    undefined,
    '"a,b","c""d","e\nf","g\r\nh"\r\n',
  ],
  [
    "no more quoting than needed",
    [[" a ", "b\r", "#c", "\ufeffd"]],
    undefined,
    " a ,b\r,#c,\ufeffd\r\n",
  ],
  ["another separator", [["a,b", "c;d"]], { separator: ";" }, 'a,b;"c;d"\r\n'],
  [
    "objects inside",
    [[{ a: [1] }, [1, 2]]],
    undefined,
    '"{""a"":[1]}","[1,2]"\r\n',
  ],
  ["keys", [{ a: 1, b: 2 }], { columns: ["b", "c"] }, "b,c\r\n2,\r\n"],
  ["no headers", [{ a: 1 }], { columns: ["a"], headers: false }, "1\r\n"],
  ["headers alone", [], { columns: ["a,b", "c"] }, '"a,b",c\r\n'],
  [
    "indices",
    [["x", "y"]],
    { columns: [1, { prop: 0, header: "zero" }] },
    "1,zero\r\ny,x\r\n",
  ],
  ["paths", [{ a: { b: [7] } }], {
    columns: [["a", "b", 0], { prop: ["a", "x"], header: "n" }],
  }, "0,n\r\n7,\r\n"],
  [
    "paths that end early",
    [{ a: 5 }, { a: null }],
    { columns: [["a", "b"]] },
    "b\r\n5\r\n\r\n",
  ],
  ["a byte-order mark", [["a"]], { bom: true }, "\ufeffa\r\n"],
  ["formulas as they are", [["=1+1", "@x", "-1"]], undefined, "=1+1,@x,-1\r\n"],
];

for (const [name, data, options, text] of cases) {
  Deno.test(`stringify: ${name}`, () => {
    equal(stringify(data, options), text);
  });
}

const SEPARATOR_ERROR = "TypeError: Separator cannot include the following " +
  'strings:\n  - U+0022: Quotation mark (")\n' +
  "  - U+000D U+000A: Carriage Return + Line Feed (\\r\\n)";

Deno.test("stringify: errors", () => {
  equal(thrown(() => stringify([], { separator: '"' })), SEPARATOR_ERROR);
  equal(thrown(() => stringify([], { separator: "\r\n" })), SEPARATOR_ERROR);
  equal(
    thrown(() => stringify([{ a: 1 }])),
    "TypeError: No property accessor function was provided for object",
  );
  equal(
    thrown(() => stringify([["a"]], { columns: ["a"] })),
    'TypeError: Property accessor is not of type "number"',
  );
});

Deno.test("what stringify writes, parse and the stream read", async () => {
  const random = seeded(20);
  const pieces = [
    "a",
    "é",
    "😀",
    ",",
    ";",
    '"',
    "\n",
    "\r",
    " ",
    "\t",
    "#",
    "=1+1",
    "\ufeff",
    "\0",
  ];
  for (let round = 0; round < 500; round++) {
    const width = 2 + random(4);
    const rows = Array.from(
      { length: 1 + random(6) },
      () =>
        Array.from({ length: width }, (_, column) => {
          const length = random(4);
          let field = "";
          for (let i = 0; i < length; i++) {
            field += pieces[random(pieces.length)];
          }
          // Two things do not survive: \r before \n, and a first byte-order
          // mark; nor is a row of one empty field told from a blank line.
          return (column === 0 ? "x" : "") + field.replaceAll(/\r+\n/g, "\n");
        }),
    );
    const separator = [",", ";", "\t"][random(3)]!;
    const text = stringify(rows, { separator });
    deepEqual(parse(text, { separator, fieldsPerRecord: width }), rows);

    const cut = random(text.length + 1);
    const streamed = ReadableStream.from([text.slice(0, cut), text.slice(cut)])
      .pipeThrough(new CsvParseStream({ separator }));
    deepEqual(await Array.fromAsync(streamed), rows);
  }
});

Deno.test("stringify stream: a chunk for each row", async () => {
  const arrays = ReadableStream.from([["a,b", 1], [null, 2]])
    .pipeThrough(new CsvStringifyStream());
  deepEqual(await Array.fromAsync(arrays), ['"a,b",1\r\n', ",2\r\n"]);

  const objects = ReadableStream.from([{ id: 1, name: "x" }]).pipeThrough(
    new CsvStringifyStream({ columns: ["name", "id"], separator: ";" }),
  );
  deepEqual(await Array.fromAsync(objects), ["name;id\r\n", "x;1\r\n"]);
});

Deno.test("stringify stream: errors reach the reader", async () => {
  const bad = ReadableStream.from([["a"]])
    .pipeThrough(new CsvStringifyStream({ separator: '"' }));
  const error = await Array.fromAsync(bad).catch((error) => error);
  equal(named(error), SEPARATOR_ERROR);

  const misfit = ReadableStream.from<Record<string, unknown>>([{ a: 1 }])
    // deno-lint-ignore no-explicit-any
    .pipeThrough(new CsvStringifyStream() as any);
  const second = await Array.fromAsync(misfit).catch((error) => error);
  equal(
    named(second),
    "TypeError: No property accessor function was provided for object",
  );
});
