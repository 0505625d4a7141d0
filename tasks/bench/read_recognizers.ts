/**
 * Reads the sentences of standard input with Microsoft's recognizers, and
 * prints what they found and how fast. They come from npm for this bench alone.
 *
 * @module
 */
const PACKAGE = "npm:@microsoft/recognizers-text-suite@1.3.1";
const loaded = await import(PACKAGE);
const suite = loaded.default ?? loaded;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly resolution: { readonly value: string } | null;
}

const texts: string[] = JSON.parse(
  await new Response(Deno.stdin.readable).text(),
);

/** Numbers and percentages, each once; percentages hold their numbers. */
function read(text: string): [number, null, string][] {
  const percent: Found[] = suite.recognizePercentage(text, "en-us");
  const numbers: Found[] = suite.recognizeNumber(text, "en-us");
  return [
    ...percent,
    ...numbers.filter(({ start }) =>
      !percent.some((one) => one.start <= start && start <= one.end)
    ),
  ].flatMap(({ resolution }) => {
    const value = parseFloat(resolution?.value ?? "");
    return Number.isFinite(value) ? [[value, null, "="]] : [];
  });
}

const found = texts.map(read);
const start = performance.now();
texts.forEach(read);
const seconds = (performance.now() - start) / 1000;
const size = texts.join("\n").length;
console.log(JSON.stringify({ found, rate: size / 1e6 / seconds }));
