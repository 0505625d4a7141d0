import { deepEqual, equal, ok } from "node:assert/strict";
import { parse, type ParseOptions } from "@std/csv";
import { parse as parseAlone } from "@std/csv/parse";

const cases: {
  name: string;
  text: string;
  options?: ParseOptions;
  rows: unknown[];
}[] = [
  { name: "nothing", text: "", rows: [] },
  { name: "one field", text: "a", rows: [["a"]] },
  {
    name: "no newline at the end",
    text: "a,b\nc,d",
    rows: [["a", "b"], ["c", "d"]],
  },
  { name: "empty fields", text: ",\n,,\n", rows: [["", ""], ["", "", ""]] },
  { name: "blank lines", text: "\n\na\n\r\n\nb\n\n", rows: [["a"], ["b"]] },
  { name: "a line of spaces", text: "a\n  \nb", rows: [["a"], ["  "], ["b"]] },
  {
    name: "a line of two quotes",
    text: 'a\n""\nb',
    rows: [["a"], [""], ["b"]],
  },
  { name: "only two quotes", text: '""', rows: [[""]] },
  { name: "spaces around fields", text: " a , b ", rows: [[" a ", " b "]] },
  {
    name: "ragged rows",
    text: "a\nb,c\nd,e,f",
    rows: [["a"], ["b", "c"], ["d", "e", "f"]],
  },

  { name: "quoted separator", text: '"a,b",c', rows: [["a,b", "c"]] },
  {
    name: "doubled quotes",
    text: '"say ""hi""",""""',
    rows: [['say "hi"', '"']],
  },
  {
    name: "quoted newline",
    text: 'a,"b\nc"\nd,e',
    rows: [["a", "b\nc"], ["d", "e"]],
  },
  { name: "quoted blank lines", text: '"\n\n",x', rows: [["\n\n", "x"]] },
  {
    name: "newlines in two fields",
    text: '"a\nb","c\nd"\n1,2',
    rows: [["a\nb", "c\nd"], ["1", "2"]],
  },

  { name: "CRLF", text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]] },
  {
    name: "mixed newlines",
    text: 'a\r\nb\n"c"\r\n',
    rows: [["a"], ["b"], ["c"]],
  },
  { name: "CRLF in quotes", text: '"a\r\nb"\r\n', rows: [["a\nb"]] },
  { name: "lone CR", text: "a\rb,c\n", rows: [["a\rb", "c"]] },
  { name: "lone CR in quotes", text: '"a\rb"', rows: [["a\rb"]] },
  { name: "CR at the end", text: "a,b\r", rows: [["a", "b"]] },
  { name: "two CRs at the end", text: "a\r\r", rows: [["a\r"]] },
  { name: "two CRs before LF", text: "a\r\r\nb", rows: [["a\r"], ["b"]] },

  { name: "BOM", text: "\ufeffa,b", rows: [["a", "b"]] },
  { name: "BOM before a quote", text: '\ufeff"a",b', rows: [["a", "b"]] },
  { name: "second BOM", text: "\ufeff\ufeffa", rows: [["\ufeffa"]] },
  {
    name: "BOM within",
    text: "a,\ufeffb\n\ufeffc",
    rows: [["a", "\ufeffb"], ["\ufeffc"]],
  },

  {
    name: "semicolon",
    text: 'a,b;"c;d"',
    options: { separator: ";" },
    rows: [["a,b", "c;d"]],
  },
  {
    name: "tab",
    text: "a\tb\n\tc",
    options: { separator: "\t" },
    rows: [["a", "b"], ["", "c"]],
  },
  {
    name: "long separator",
    text: 'a::"b::c":d',
    options: { separator: "::", lazyQuotes: true },
    rows: [["a", 'b::c":d']],
  },
  {
    name: "astral separator",
    text: "a😀b",
    options: { separator: "😀" },
    rows: [["a", "b"]],
  },

  {
    name: "comments",
    text: "#x\na\n#y,z\nb #c\n#",
    options: { comment: "#" },
    rows: [["a"], ["b #c"]],
  },
  { name: "no comments by default", text: "#x\n", rows: [["#x"]] },
  {
    name: "quotes in comments",
    text: '#"x\na\n# it"s\n"#b"',
    options: { comment: "#" },
    rows: [["a"], ["#b"]],
  },
  {
    name: "comment after a space",
    text: " #a",
    options: { comment: "#", trimLeadingSpace: true },
    rows: [["#a"]],
  },
  {
    name: "comment sign in quotes",
    text: '"a\n#b"',
    options: { comment: "#" },
    rows: [["a\n#b"]],
  },

  {
    name: "trimmed",
    text: ' a,\t "b", c ',
    options: { trimLeadingSpace: true },
    rows: [["a", "b", "c "]],
  },
  {
    name: "trimmed to nothing",
    text: "a,  \n ",
    options: { trimLeadingSpace: true },
    rows: [["a", ""], [""]],
  },
  {
    name: "trimmed separators",
    text: "a\t\tb",
    options: { trimLeadingSpace: true, separator: "\t" },
    rows: [["a", "b"]],
  },

  {
    name: "lazy bare quotes",
    text: 'a"b,c""d',
    options: { lazyQuotes: true },
    rows: [['a"b', 'c""d']],
  },
  {
    name: "lazy quoted quotes",
    text: '"a"b","c""d"',
    options: { lazyQuotes: true },
    rows: [['a"b', 'c"d']],
  },
  {
    name: "lazy unclosed",
    text: 'a\n"b,c\nd\n',
    options: { lazyQuotes: true },
    rows: [["a"], ["b,c\nd"]],
  },

  {
    name: "any number of fields",
    text: "a\nb,c",
    options: { fieldsPerRecord: -1 },
    rows: [["a"], ["b", "c"]],
  },
  {
    name: "the first's number of fields",
    text: "a,b\n\nc,d",
    options: { fieldsPerRecord: 0 },
    rows: [["a", "b"], ["c", "d"]],
  },

  {
    name: "named by the first row",
    text: "a,b\n1,2",
    options: { skipFirstRow: true },
    rows: [{ a: "1", b: "2" }],
  },
  {
    name: "named by columns",
    text: "1,2",
    options: { columns: ["x", "y"] },
    rows: [{ x: "1", y: "2" }],
  },
  {
    name: "renamed",
    text: "a,b\n1,2",
    options: { columns: ["x", "y"], skipFirstRow: true },
    rows: [{ x: "1", y: "2" }],
  },
  {
    name: "a name twice",
    text: "a,a\n1,2",
    options: { skipFirstRow: true },
    rows: [{ a: "2" }],
  },
  {
    name: "header after a comment",
    text: "#\na\n1",
    options: { comment: "#", skipFirstRow: true },
    rows: [{ a: "1" }],
  },
];

for (const { name, text, options, rows } of cases) {
  Deno.test(`parse: ${name}`, () => {
    deepEqual(options ? parse(text, options) : parse(text), rows);
  });
}

Deno.test("parse: both entry points are one function", () => {
  equal(parse, parseAlone);
});

Deno.test("parse: hostile fields stay themselves", () => {
  const fields = ["=1+1", "@SUM(A1)", "-2", "+3", "\u202e", "<b>", "\0", "NaN"];
  deepEqual(parse(fields.join(",")), [fields]);
});

Deno.test("parse: a column called __proto__ does no harm", () => {
  const [row] = parse("__proto__,a\nx,y", { skipFirstRow: true });
  ok(row);
  deepEqual(Object.entries(row), [["__proto__", "x"], ["a", "y"]]);
  equal(Object.getPrototypeOf(row), Object.prototype);
});

Deno.test("parse: rows are right across internal blocks", () => {
  const quoted = '1,"two\nlines","ab""c"\r\n';
  const plain = "1,2,3\n\n";
  const text = (quoted + plain).repeat(100_000);
  const rows = parse(text, { fieldsPerRecord: 3 });
  equal(rows.length, 200_000);
  ok(rows.every((row, i) => row[1] === (i % 2 === 0 ? "two\nlines" : "2")));
});

Deno.test("parse: a quoted field may be longer than a block", () => {
  const long = "line\n".repeat(500_000);
  deepEqual(parse(`a,"${long}"\nb,c\n`), [["a", long], ["b", "c"]]);
});

Deno.test("parse: types follow the options", () => {
  const arrays: string[][] = parse("a");
  const named: Record<string, string>[] = parse("a\n1", { skipFirstRow: true });
  const known: Record<"x", string>[] = parse("1", { columns: ["x"] });
  const options: ParseOptions = {};
  const either: string[][] | Record<string, string>[] = parse("a", options);
  deepEqual([arrays, named, known, either], [
    [["a"]],
    [{ a: "1" }],
    [{ x: "1" }],
    [["a"]],
  ]);
});
