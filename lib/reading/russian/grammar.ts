import type { Grammar } from "../grammar.ts";
import { readSlavic } from "../slavic/read_slavic.ts";
import { RUSSIAN_WORDS } from "./words.ts";

/** Russian. */
export const RUSSIAN: Grammar = {
  code: "ru",
  name: "Russian",
  names: ["rus", "russian", "русский"],
  countries: [],
  read: (paragraphs, published) =>
    readSlavic(paragraphs, published, RUSSIAN_WORDS),
};
