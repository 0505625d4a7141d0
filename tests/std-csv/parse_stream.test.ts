import { deepEqual, equal, rejects } from "node:assert/strict";
import { CsvParseStream, type CsvParseStreamOptions, parse } from "@std/csv";
import { CsvParseStream as StreamAlone } from "@std/csv/parse-stream";
import { named } from "./support.ts";

/** The records a stream gives, and then its error if it fails. */
async function read(
  chunks: Iterable<string>,
  options: CsvParseStreamOptions = {},
): Promise<unknown[]> {
  const seen: unknown[] = [];
  try {
    const records = ReadableStream.from(chunks)
      .pipeThrough(new CsvParseStream(options));
    for await (const record of records) seen.push(record);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    seen.push(named(error));
  }
  return seen;
}

const texts: [string, CsvParseStreamOptions][] = [
  ["a,b\r\nc,d\r\n", {}],
  ['1,"two\r\nlines"\r\n\r\n"a""b",\n', {}],
  ['"😀,é","\ufeff"\n😀,😀', {}],
  ["#x\na;b\n#y\nc;d", { separator: ";", comment: "#" }],
  [' a, "b"\n  ,c', { trimLeadingSpace: true }],
  ['a "b","c"d",e"', { lazyQuotes: true }],
  ["a::b\nc::d", { separator: "::" }],
  ["x,y\n1,2\n\n3,4\n", { skipFirstRow: true, fieldsPerRecord: 2 }],
  ["1,2\n3,4\r", { columns: ["x", "y"] }],
  ["a\r\r\n\rb\r\r", {}],
];

for (const [text, options] of texts) {
  Deno.test(`stream: ${JSON.stringify(text)} in chunks cut anywhere`, async () => {
    const want = parse(text, options);
    deepEqual(await read([text], options), want);
    deepEqual(await read(text.split(""), options), want);
    for (let cut = 0; cut <= text.length; cut++) {
      const chunks = [text.slice(0, cut), text.slice(cut)];
      deepEqual(await read(chunks, options), want, `cut at ${cut}`);
    }
  });
}

const BARE = 'bare " in non-quoted-field';
const QUOTE = 'extraneous or missing " in quoted-field';

/** Text, options, and what can be read of it: records, then the error. */
const failures: [string, CsvParseStreamOptions, unknown[]][] = [
  ['a\n\nb\n2"', {}, [
    ["a"],
    ["b"],
    `SyntaxError: Syntax error on line 4; parse error on line 4, column 2: ${BARE}`,
  ]],
  ['a\n"b"c\n', {}, [
    ["a"],
    `SyntaxError: Syntax error on line 2; parse error on line 2, column 3: ${QUOTE}`,
  ]],
  // Unlike parse, the stream has a line after the last newline.
  ['a\n2,"b\n', {}, [
    ["a"],
    `SyntaxError: Syntax error on line 2; parse error on line 3, column 1: ${QUOTE}`,
  ]],
  ['"', {}, [
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 1: ${QUOTE}`,
  ]],
  ["a,b\nc\n", { fieldsPerRecord: 0 }, [
    ["a", "b"],
    "SyntaxError: Syntax error on line 2: expected 2 fields but got 1",
  ]],
  ["a\nb,c", { fieldsPerRecord: 2 }, [
    "SyntaxError: Syntax error on line 1: expected 2 fields but got 1",
  ]],
  ["x,y\n1,2\n3", { skipFirstRow: true }, [
    { x: "1", y: "2" },
    "Error: Syntax error on line 3: The record has 1 fields, but the header has 2 fields",
  ]],
  // Surprises of the original, kept.
  ["1", { columns: ["x", "y"] }, [
    "Error: Syntax error on line 2: The record has 1 fields, but the header has 2 fields",
  ]],
  ["#\na", { comment: "#", fieldsPerRecord: 1 }, [
    "SyntaxError: Syntax error on line 1: expected 1 fields but got 0",
  ]],
  ["#\nx\n1", { comment: "#", skipFirstRow: true }, [
    "Error: Syntax error on line 2: The record has 1 fields, but the header has 0 fields",
  ]],
];

for (const [text, options, want] of failures) {
  const name = `${JSON.stringify(text)} ${JSON.stringify(options)}`;
  Deno.test(`stream refuses ${name}`, async () => {
    deepEqual(await read([text], options), want);
    for (let cut = 0; cut <= text.length; cut++) {
      const chunks = [text.slice(0, cut), text.slice(cut)];
      deepEqual(await read(chunks, options), want, `cut at ${cut}`);
    }
  });
}

Deno.test("stream: nothing gives nothing", async () => {
  deepEqual(await read([]), []);
  deepEqual(await read(["", ""]), []);
});

Deno.test("stream: a byte-order mark is left to the decoder", async () => {
  deepEqual(await read(["\ufeffa"]), [["\ufeffa"]]);
});

Deno.test("stream: an unclosed lazy field keeps its last newline", async () => {
  deepEqual(await read(['"a\n'], { lazyQuotes: true }), [["a\n"]]);
});

Deno.test("stream: records come before the text ends", async () => {
  const stream = new StreamAlone();
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  writer.write("a,b\nc");
  deepEqual((await reader.read()).value, ["a", "b"]);
  writer.write(",d\n");
  deepEqual((await reader.read()).value, ["c", "d"]);
  writer.close();
  equal((await reader.read()).done, true);
});

Deno.test("stream: the source is read no faster than the records", async () => {
  let pulled = 0;
  const source = new ReadableStream<string>({
    pull(controller) {
      pulled++;
      controller.enqueue("a,b\n".repeat(1000));
    },
  });
  const reader = source.pipeThrough(new CsvParseStream()).getReader();
  for (let i = 0; i < 1500; i++) await reader.read();
  await reader.cancel();
  equal(pulled < 10, true, `${pulled} chunks were taken`);
});

Deno.test("stream: cancelling and failing stop the source", async () => {
  for (const text of ["a\n", 'a"\n']) {
    let stopped = false;
    const source = new ReadableStream<string>({
      pull: (controller) => controller.enqueue(text),
      cancel: () => {
        stopped = true;
      },
    });
    const reader = source.pipeThrough(new CsvParseStream()).getReader();
    await reader.read().catch(() => {});
    await reader.cancel().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 0));
    equal(stopped, true);
  }
});

Deno.test("stream: the source's error comes through", async () => {
  const source = new ReadableStream<string>({
    start: (controller) => controller.error(new RangeError("gone")),
  });
  await rejects(
    Array.fromAsync(source.pipeThrough(new CsvParseStream())),
    new RangeError("gone"),
  );
});

Deno.test("stream: long lines and long fields take linear time", async () => {
  const part = "x".repeat(1000);
  const line = await read(Array.from({ length: 20_000 }, () => part));
  equal((line[0] as string[])[0]!.length, 20_000_000);
  const lines = Array.from({ length: 20_000 }, () => `${part}\n`);
  const field = await read(['"', ...lines, '"']);
  equal((field[0] as string[])[0]!.length, 20_020_000);
});

Deno.test("stream: types follow the options", async () => {
  const arrays: ReadableStream<string[]> = new CsvParseStream().readable;
  const named: ReadableStream<Record<string, string>> =
    new CsvParseStream({ skipFirstRow: true }).readable;
  const known: ReadableStream<Record<"x", string>> =
    new CsvParseStream({ columns: ["x"] }).readable;
  await Promise.all([arrays.cancel(), named.cancel(), known.cancel()]);
});
