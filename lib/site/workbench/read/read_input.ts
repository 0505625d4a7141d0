import { decode } from "../../../reading/encoding/decode.ts";
import { notText } from "../../../reading/encoding/not_text.ts";
import { aboutPage } from "../../../reading/html/about_page.ts";
import { articleOf, isHtml } from "../../../reading/html/article.ts";
import { languageIn } from "../../../reading/html/language.ts";
import { publishedIn } from "../../../reading/html/published.ts";
import { InputError } from "../../../quantity/input_error.ts";

/** What a text says of itself; empty where it does not say. */
export interface TextAbout {
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
}

/** A text that was pasted or dropped. */
export interface TextInput {
  /** Plain text: each line that is not empty is a paragraph. */
  readonly text: string;
  /** The name of its file; empty where it was pasted. */
  readonly file: string;
  readonly about: TextAbout;
  /** The language that the page names, or null. */
  readonly language: string | null;
  /** What had to be assumed or is missing, or null. */
  readonly note: string | null;
}

const NOTHING: TextAbout = { publisher: "", title: "", published: "", url: "" };

/** A longer text is no article, and a page would stand still over it. */
const LONGEST = 2_000_000;

const MIB = 2 ** 20;

/** A larger file is no article. */
const MOST = 16 * MIB;

/**
 * Refuses a file that is too large to be an article.
 *
 * @throws {InputError} With how large it may be.
 */
export function checkSize(name: string, size: number): void {
  if (size <= MOST) return;
  throw new InputError(
    `${name} has ${Math.ceil(size / MIB)} MiB; a text to read may have ` +
      `${MOST / MIB} MiB at most`,
  );
}

/**
 * A text as it was pasted: plain, or the source of a page, whose article is
 * taken and whose head says what it is.
 *
 * @param file The name of its file; empty where there is none.
 * @throws {InputError} When it is too long.
 *
 * @example
 * ```ts
 * import { textInput } from "./read_input.ts";
 * import assert from "node:assert/strict";
 *
 * const { text, about } = textInput(
 *   "<html><title>Floods</title><p>At least 300 homes were flooded.</p>",
 * );
 * assert.equal(text, "At least 300 homes were flooded.");
 * assert.equal(about.title, "Floods");
 * ```
 */
export function textInput(text: string, file = ""): TextInput {
  if (text.length > LONGEST) {
    throw new InputError(
      `The text has ${text.length.toLocaleString("en-US")} letters; one to ` +
        `read may have ${LONGEST.toLocaleString("en-US")}: take a part of it`,
    );
  }
  if (!isHtml(text)) {
    return { text, file, about: NOTHING, language: null, note: null };
  }
  const article = articleOf(text);
  return {
    text: article,
    file,
    about: { ...aboutPage(text), published: publishedIn(text) ?? "" },
    language: languageIn(text),
    note: article.trim() === ""
      ? "The page has no text: a script puts it there. Copy what you see in " +
        "it, and paste that."
      : null,
  };
}

/**
 * A file as it was dropped: plain text or a page, in any encoding that the
 * reader takes.
 *
 * @throws {InputError} When it holds no text, with what would help.
 *
 * @example
 * ```ts
 * import { fileInput } from "./read_input.ts";
 * import assert from "node:assert/strict";
 *
 * const bytes = new TextEncoder().encode("About 40 boats sank.");
 * assert.equal(fileInput("boats.txt", bytes).text, "About 40 boats sank.");
 * assert.throws(() => fileInput("a.zip", new Uint8Array([80, 75, 3, 4])), /Open/);
 * ```
 */
export function fileInput(name: string, bytes: Uint8Array): TextInput {
  checkSize(name, bytes.length);
  const other = notText(bytes);
  if (other !== null) {
    const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw new InputError(
      `${name} is ${other}: ` +
        (zip
          ? "a dataset or a spreadsheet is taken under Open; of a document, " +
            "copy its words and paste them"
          : "copy its words and paste them"),
    );
  }
  const { text, note } = decode(bytes);
  const input = textInput(text, name);
  return { ...input, note: input.note ?? note };
}
