import type { Grammar } from "../grammar.ts";
import { readEnglish } from "./read_english.ts";

/** English. */
export const ENGLISH: Grammar = {
  code: "en",
  name: "English",
  names: ["eng", "english"],
  countries: ["gb", "us"],
  read: readEnglish,
};
