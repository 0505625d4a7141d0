import { fileURLToPath } from "node:url";
import type { Location } from "../../../../site/api/documented.ts";
import { signatureOf } from "../../../../site/api/signature.ts";
import {
  type DocDeclaration,
  type DocType,
  type KeyLists,
  oneLine,
  OptionKeys,
} from "./option_keys.ts";

/** What is told of a function, a value or a part of a class. */
export interface Help {
  readonly name: string;
  /** How it reads in its source; of an overloaded one each way. */
  readonly signatures: readonly string[];
  /** The first sentence about it. */
  readonly sentence: string;
  /** Whether it gives a promise. */
  readonly promise: boolean;
  /** Which arguments take options, and the name of the list of their keys. */
  readonly options: readonly (readonly [argument: number, keys: string])[];
}

/** What can be imported. */
export interface Symbol extends Help {
  /** `function`, `interface`, `typeAlias`, `class`, `variable`. */
  readonly kind: string;
  /** The doors that it stands behind: `mod`, `chart`. */
  readonly doors: readonly string[];
  /** What an object of the class has. */
  readonly members: readonly Help[];
}

/** What the kernel's relay tells a reader of the library. */
export interface HelpIndex {
  readonly symbols: readonly Symbol[];
  readonly keys: KeyLists;
}

interface Parameter {
  readonly kind: string;
  readonly left?: Parameter;
  readonly tsType?: DocType;
}

interface Part {
  readonly name: string;
  readonly location: Location;
  readonly jsDoc?: { readonly doc?: string };
  readonly accessibility?: string;
  readonly params?: readonly Parameter[];
  readonly returnType?: DocType;
  readonly tsType?: DocType;
  readonly functionDef?: {
    readonly params: readonly Parameter[];
    readonly returnType?: DocType;
  };
}

interface Declaration extends Omit<DocDeclaration, "def"> {
  readonly location: Location;
  readonly jsDoc?: { readonly doc?: string };
  readonly def?: NonNullable<DocDeclaration["def"]> & {
    readonly params?: readonly Parameter[];
    readonly returnType?: DocType;
    readonly methods?: readonly Part[];
    readonly target?: Location;
  };
}

interface Doc {
  readonly nodes: Readonly<
    Record<string, {
      readonly symbols: readonly {
        readonly name: string;
        readonly declarations: readonly Declaration[];
      }[];
    }>
  >;
}

/** The first sentence of a text. */
function firstSentence(text = ""): string {
  return oneLine(/^[\s\S]*?[.?!](?=\s|$)|^[\s\S]+/.exec(text)?.[0] ?? "");
}

/** `mod` of `file:///…/lib/mod.ts`, and of `mod.d.ts`. */
function doorOf(file: string): string {
  return /([^/]+?)(?:\.d)?\.ts$/.exec(file)?.[1] ?? file;
}

/** Texts of files, each read once. */
function reader(read: (path: string) => string): (file: string) => string {
  const read_ = new Map<string, string>();
  return (file) => {
    if (!read_.has(file)) read_.set(file, read(fileURLToPath(file)));
    return read_.get(file)!;
  };
}

/**
 * What a notebook tells of the library, from what `deno doc --json` prints of
 * its doors: signatures, first sentences and the keys of options.
 *
 * @param read Gives the text of a file by its path.
 */
export function helpIndex(
  json: string,
  read: (path: string) => string,
): HelpIndex {
  const { nodes } = JSON.parse(json) as Doc;
  const sourceOf = reader(read);
  const all = Object.entries(nodes).flatMap(([file, { symbols }]) =>
    symbols.map((symbol) => ({ ...symbol, door: doorOf(file) }))
  );
  const types = new Map<string, Declaration>();
  for (const { name, declarations } of all) {
    const type = declarations.find(({ kind }) =>
      kind === "interface" || kind === "typeAlias"
    );
    if (type && !types.has(name)) types.set(name, type);
  }
  const keys = new OptionKeys(types);

  const help = (
    name: string,
    ways: readonly Part[],
    kind: string,
  ): Help => {
    const shapes = ways.map((way) => way.functionDef ?? way);
    const options = shapes.flatMap(({ params = [] }) =>
      params.flatMap((param, at) => {
        const list = keys.nameOf((param.left ?? param).tsType);
        return list === undefined ? [] : [[at, list] as const];
      })
    );
    return {
      name,
      signatures: ways.map(({ location }) =>
        signatureOf(sourceOf(location.filename), location, kind)
      ),
      sentence: firstSentence(
        ways.map(({ jsDoc }) => jsDoc?.doc).find((doc) => doc),
      ),
      promise: shapes.some(({ returnType }) => returnType?.repr === "Promise"),
      options: options.filter(([at, list], i) =>
        options.findIndex((one) => one[0] === at && one[1] === list) === i
      ),
    };
  };

  const found = new Map<string, Symbol & { readonly doors: string[] }>();
  const placeOf = (name: string, { filename }: Location) =>
    `${name} ${filename}`;
  for (const { name, declarations, door } of all) {
    const ways = declarations.filter(({ kind }) => kind !== "reference");
    if (ways.length === 0) continue;
    const place = placeOf(name, ways[0]!.location);
    const before = found.get(place);
    if (before) {
      before.doors.push(door);
      continue;
    }
    // An interface of the same name only adds to a class.
    const main = ways.find(({ kind }) => kind === "class") ?? ways[0]!;
    const same = ways.filter(({ kind }) => kind === main.kind);
    const parts = [
      ...(main.def?.methods ?? []),
      ...(main.def?.properties ?? []) as readonly Part[],
    ].filter(({ name, accessibility }) =>
      accessibility !== "private" && !name.startsWith("[")
    );
    found.set(place, {
      kind: main.kind,
      doors: [door],
      ...help(
        name,
        // Its members are told one by one.
        main.kind === "class" ? [] : same.map((way) => ({
          name,
          location: way.location,
          ...way.jsDoc ? { jsDoc: way.jsDoc } : {},
          ...way.def?.params ? { params: way.def.params } : {},
          ...way.def?.returnType ? { returnType: way.def.returnType } : {},
        })),
        main.kind,
      ),
      ...main.kind === "class"
        ? {
          signatures: [`class ${name}`],
          sentence: firstSentence(main.jsDoc?.doc),
        }
        : {},
      members: main.kind === "class"
        ? [...Map.groupBy(parts, ({ name }) => name)].map(([name, ways]) =>
          help(name, ways, "member")
        )
        : [],
    });
  }
  for (const { name, declarations, door } of all) {
    const [first] = declarations;
    if (first?.kind !== "reference") continue;
    found.get(placeOf(name, first.def!.target!))?.doors.push(door);
  }
  return { symbols: [...found.values()], keys: keys.lists };
}
