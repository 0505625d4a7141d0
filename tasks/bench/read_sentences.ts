/**
 * Reads the sentences of standard input, a JSON list, with the reader, and
 * prints what it found and how long reading them again and again took.
 *
 * @module
 */
import { readText } from "../../lib/reading.ts";

const CHANGE: Readonly<Record<string, string>> = {
  about: "~",
  nearly: "~",
  over: ">",
  at_least: ">",
  up_to: "<",
};

const texts: string[] = JSON.parse(
  await new Response(Deno.stdin.readable).text(),
);
const found = texts.map((text) =>
  readText(text, { language: "en" }).quantities.map((quantity) => [
    quantity.value,
    quantity.value_high,
    quantity.trend ?? CHANGE[quantity.hedge] ?? "=",
  ])
);
// As paragraphs of one long text, ten times after a first time.
const text = Array.from({ length: 40 }, () => texts.join("\n")).join("\n");
readText(text, { language: "en" });
const start = performance.now();
for (let i = 0; i < 10; i++) readText(text, { language: "en" });
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ found, rate: text.length * 10 / 1e6 / seconds }));
