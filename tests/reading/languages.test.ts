import { grammarFor, grammarOf } from "../../lib/reading/languages.ts";
import { readHtml } from "../../lib/reading/read_html.ts";
import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

Deno.test("a language goes by its code, its name and with a country", () => {
  for (const name of ["uk", "UK-ua", "uk_UA", " Ukrainian ", "ukr"]) {
    assert.equal(grammarOf(name).code, "uk");
  }
  assert.equal(grammarOf("ru-RU").code, "ru");
  assert.equal(grammarOf("en-GB").code, "en");
});

const REFUSED: readonly [string, RegExp][] = [
  ["ua", /did you mean uk \(Ukrainian\)\?$/],
  ["Ukranian", /did you mean uk \(Ukrainian\)\?$/],
  ["pl", /it reads English \(en\), Ukrainian \(uk\) and Russian \(ru\)$/],
  ["", /it reads English \(en\), Ukrainian \(uk\) and Russian \(ru\)$/],
];

for (const [language, message] of REFUSED) {
  Deno.test(`'${language}' is no language that is read`, () => {
    assert.throws(() => readText("300 homes", { language }), message);
  });
}

Deno.test("without a word about it the letters of a text tell its language", () => {
  assert.equal(grammarFor("300 homes were lost in Kyiv (Київ).").code, "en");
  assert.equal(grammarFor("Втрачено 300 її будинків.").code, "uk");
  assert.equal(grammarFor("Потеряны 300 домов, были и другие.").code, "ru");
  assert.equal(readText("У травні згоріли 300 хат.").language, "uk");
});

Deno.test("a page is read in the language that it names", () => {
  const page = (lang: string) =>
    `<html lang="${lang}"><body><p>За добу 300 домов.</p></body></html>`;
  assert.equal(readHtml(page("uk")).language, "uk");
  assert.equal(readHtml(page("ru-RU")).language, "ru");
  assert.throws(() => readHtml(page("de")), /for the language 'de'/);
  assert.equal(readHtml(page("de"), { language: "ru" }).language, "ru");
});
