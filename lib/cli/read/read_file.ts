import { pdfText } from "./pdf.ts";
import { articleOf, isHtml } from "../../reading/html/article.ts";
import { languageIn } from "../../reading/html/language.ts";
import { publishedIn } from "../../reading/html/published.ts";
import { decode } from "../../reading/encoding/decode.ts";
import { isPdf, notText } from "../../reading/encoding/not_text.ts";
import { type DraftedText, readText } from "../../reading/read_text.ts";
import { InputError } from "../../quantity/input_error.ts";

/** A file that was read, and the text that its locators count in. */
export interface ReadFile extends DraftedText {
  readonly file: string;
  readonly text: string;
  /** The day of publication that was given, or that the page names. */
  readonly published: string | null;
  /** What had to be assumed, or null. */
  readonly note: string | null;
}

const MIB = 2 ** 20;
/** Larger files are no article: they are refused before they are read. */
const MOST = 64 * MIB;

/** All of standard input, which may have no end. */
async function standardInput(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of Deno.stdin.readable) {
    size += piece.length;
    if (size > MOST) throw tooLarge(file, size);
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function bytesOf(file: string, path: string): Promise<Uint8Array> {
  if (file === "-") {
    return await standardInput(file);
  }
  try {
    const { isFile, isDirectory, size } = await Deno.stat(path);
    if (isDirectory) {
      throw new InputError(`${file} is a folder; name the files in it`);
    }
    if (!isFile) throw new InputError(`${file} is not a regular file`);
    if (size > MOST) throw tooLarge(file, size);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const missing = error instanceof Deno.errors.NotFound;
    throw new InputError(
      missing
        ? `There is no file ${file}`
        : `Cannot read ${file}: ${(error as Error).message}`,
    );
  }
}

function tooLarge(file: string, size: number): InputError {
  return new InputError(
    `${file} has ${Math.ceil(size / MIB)} MiB; a text to read may have ` +
      `${MOST / MIB} MiB at most`,
  );
}

/** The text of a file, and what a page says of itself. */
interface FileText {
  readonly text: string;
  readonly note: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

/** The text of a file, of a page its article. */
async function textOf(
  file: string,
  bytes: Uint8Array,
): Promise<FileText> {
  if (isPdf(bytes)) {
    const pdf = await pdfText(file, bytes);
    return { ...pdf, published: null, language: null };
  }
  const other = notText(bytes);
  if (other) {
    throw new InputError(
      `${file} is ${other}, which the reader does not read; ` +
        "copy its text into a .txt file, or save the page as HTML",
    );
  }
  const { text, note } = decode(bytes);
  if (!isHtml(text)) {
    const empty = text.trim() === "" ? "it is empty" : null;
    return { text, note: note ?? empty, published: null, language: null };
  }
  const article = articleOf(text);
  const empty = article.trim() === ""
    ? "the page has no text: a script puts it there; save the page from a " +
      "browser once it shows it, or copy its text into a .txt file"
    : null;
  return {
    text: article,
    note: note ?? empty,
    published: publishedIn(text),
    language: languageIn(text),
  };
}

/**
 * Reads a file, or standard input where it is `-`.
 *
 * @param file The file as it was named.
 * @param path Where it is.
 * @throws {InputError} When it cannot be read or holds no text.
 */
export async function readFile(
  file: string,
  path: string,
  options: { published?: string; language?: string },
): Promise<ReadFile> {
  const { text, note, ...own } = await textOf(file, await bytesOf(file, path));
  // The caller's word goes before the page's own.
  const published = options.published ?? own.published;
  const language = options.language ?? own.language;
  const known = language === null ? { published } : { published, language };
  try {
    return { file, text, note, published, ...readText(text, known) };
  } catch (error) {
    const named = options.language === undefined && own.language !== null;
    if (!named || !(error instanceof InputError)) throw error;
    throw new InputError(
      `${file} says that its language is '${own.language}'. ${error.message}` +
        "; --language tells another",
    );
  }
}
