/** A tag of a documentation comment, as `deno doc --json` has it. */
export interface DocTag {
  /** `example`, `param`, `throws`, `returns`… */
  readonly kind: string;
  /** Of a parameter: its name. */
  readonly name?: string;
  /** Of `throws`: what is thrown. */
  readonly tsType?: { readonly repr?: string };
  /** Its text. */
  readonly doc?: string;
}

/** A documentation comment. */
export interface Doc {
  readonly doc?: string;
  readonly tags?: readonly DocTag[];
}

/** Where a declaration begins; lines and columns from 0. */
export interface Location {
  /** `file:` address. */
  readonly filename: string;
  readonly line: number;
  readonly col: number;
}

/** A part of a class. */
export interface Member {
  readonly name: string;
  readonly location: Location;
  readonly jsDoc?: Doc;
  readonly accessibility?: string;
}

/** A public symbol. */
export interface Documented {
  readonly name: string;
  /** `function`, `interface`, `typeAlias`, `class`, `variable`. */
  readonly kind: string;
  readonly location: Location;
  readonly jsDoc: Doc;
  /** Of a class: what it has, without what is marked as internal. */
  readonly members: readonly Member[];
}

interface Declaration {
  readonly kind: string;
  readonly location: Location;
  readonly jsDoc?: Doc;
  readonly def?: {
    readonly constructors?: readonly Member[];
    readonly properties?: readonly Member[];
    readonly methods?: readonly Member[];
  };
}

interface DocJson {
  readonly version: number;
  readonly nodes: Readonly<
    Record<string, {
      readonly symbols: readonly {
        readonly name: string;
        readonly declarations: readonly Declaration[];
      }[];
    }>
  >;
}

function members({ kind, def }: Declaration): Member[] {
  if (kind !== "class" || !def) return [];
  return [
    ...def.constructors ?? [],
    ...def.properties ?? [],
    ...def.methods ?? [],
  ].filter(({ accessibility, jsDoc }) =>
    accessibility !== "private" &&
    !jsDoc?.tags?.some(({ kind }) => kind === "internal" || kind === "ignore")
  );
}

/**
 * Reads what `deno doc --json lib/mod.ts` prints: the public symbols, by name.
 *
 * @throws {Error} When it is in another form than this Deno's.
 */
export function readDocumented(json: string): Documented[] {
  const { version, nodes } = JSON.parse(json) as DocJson;
  const [node, ...others] = Object.values(nodes);
  if (version !== 2 || !node || others.length > 0) {
    throw new Error(`deno doc printed another form (version ${version})`);
  }
  return node.symbols.flatMap(({ name, declarations }) =>
    declarations.slice(0, 1).map((declaration) => ({
      name,
      kind: declaration.kind,
      location: declaration.location,
      jsDoc: declaration.jsDoc ?? {},
      members: members(declaration),
    }))
  ).sort((a, b) => a.name < b.name ? -1 : 1);
}

/** The examples of a symbol: a title, which may be empty, and the code. */
export function examplesOf(
  { jsDoc }: Pick<Documented, "jsDoc">,
): { readonly title: string; readonly code: string }[] {
  const tags = jsDoc.tags?.filter(({ kind }) => kind === "example") ?? [];
  return tags.flatMap(({ doc = "" }) => {
    const [, title = "", code] =
      /^([\s\S]*?)```ts\n([\s\S]*?)\n?```/.exec(doc) ??
        [];
    return code === undefined ? [] : [{ title: title.trim(), code }];
  });
}
