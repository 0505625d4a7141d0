import type { Grammar } from "../grammar.ts";
import { readSlavic } from "../slavic/read_slavic.ts";
import { UKRAINIAN_WORDS } from "./words.ts";

/** Ukrainian. */
export const UKRAINIAN: Grammar = {
  code: "uk",
  name: "Ukrainian",
  names: ["ukr", "ukrainian", "українська"],
  countries: ["ua"],
  read: (paragraphs, published) =>
    readSlavic(paragraphs, published, UKRAINIAN_WORDS),
};
