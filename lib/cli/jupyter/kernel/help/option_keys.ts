/** A type, as `deno doc --json` has it; as much of it as is looked at. */
export interface DocType {
  readonly kind?: string;
  readonly repr?: string;
  // deno-lint-ignore no-explicit-any
  readonly value?: any;
}

/** A property of an interface, or a part of a class. */
export interface DocProperty {
  readonly name: string;
  readonly jsDoc?: { readonly doc?: string };
  readonly tsType?: DocType;
}

/** What is declared under a name. */
export interface DocDeclaration {
  readonly kind: string;
  readonly def?: {
    readonly extends?: readonly DocType[] | DocType | string | null;
    readonly properties?: readonly DocProperty[];
    readonly tsType?: DocType;
  };
}

/** A key that an object takes. */
export interface Key {
  readonly name: string;
  /** What it is for. */
  readonly words: string;
  /** The texts that it takes, where only some are taken. */
  readonly values?: readonly string[];
  /** Its own keys, where it takes an object: the name of a list of them. */
  readonly keys?: string;
}

/** Lists of keys by the name of what they belong to. */
export type KeyLists = Record<string, readonly Key[]>;

/** Texts in one line. */
export function oneLine(text: string): string {
  return text.replace(/\{@\w+ ([^}]+)\}/g, "$1").replace(/\s+/g, " ").trim();
}

/** Works out which keys the options of a library take. */
export class OptionKeys {
  readonly lists: KeyLists = {};
  readonly #types: ReadonlyMap<string, DocDeclaration>;

  constructor(types: ReadonlyMap<string, DocDeclaration>) {
    this.#types = types;
  }

  /**
   * The name of the list of keys that a type has; none where it is no object
   * with keys of the library's own.
   */
  nameOf(type: DocType | undefined): string | undefined {
    const name = this.#label(type);
    if (name === undefined) return undefined;
    if (!Object.hasOwn(this.lists, name)) {
      // Before its keys are looked at: an object may hold one of its own kind.
      this.lists[name] = [];
      this.lists[name] = this.#keysOf(type!);
    }
    return this.lists[name]!.length > 0 ? name : undefined;
  }

  /** What names a type: itself, and what is left of it. */
  #label(type: DocType | undefined): string | undefined {
    switch (type?.kind) {
      case "typeRef": {
        const { typeName, typeParams = [] } = type.value;
        if (this.#types.has(typeName)) return typeName;
        if (
          !["Partial", "Required", "Readonly", "Omit", "Pick"].includes(
            typeName,
          )
        ) {
          return undefined;
        }
        const of = this.#label(typeParams[0]);
        const names = texts(typeParams[1]).join("|");
        return of && (names ? `${typeName}<${of}, ${names}>` : of);
      }
      case "union":
      case "intersection": {
        const parts = (type.value as DocType[]).flatMap((part) =>
          this.#label(part) ?? []
        );
        return parts.length > 0 ? parts.join(" & ") : undefined;
      }
      case "parenthesized":
        return this.#label(type.value);
      default:
        return undefined;
    }
  }

  #keysOf(type: DocType): Key[] {
    switch (type.kind) {
      case "typeRef":
        return this.#named(type);
      case "union":
      case "intersection": {
        const all = (type.value as DocType[]).flatMap((t) => this.#keysOf(t));
        return all.filter(({ name }, i) =>
          all.findIndex((one) => one.name === name) === i
        );
      }
      case "parenthesized":
        return this.#keysOf(type.value);
      case "typeLiteral":
        return this.#properties(type.value.properties ?? []);
      default:
        return [];
    }
  }

  #named({ value: { typeName, typeParams = [] } }: DocType): Key[] {
    const own = this.#types.get(typeName);
    if (own?.kind === "typeAlias") return this.#keysOf(own.def?.tsType ?? {});
    if (own) {
      const above = [own.def?.extends ?? []].flat().filter((type) =>
        typeof type === "object"
      );
      return [
        ...this.#properties(own.def?.properties ?? []),
        ...above.flatMap((type) => this.#keysOf(type)),
      ];
    }
    const [of, names] = typeParams as DocType[];
    const said = texts(names);
    switch (typeName) {
      case "Partial":
      case "Required":
      case "Readonly":
        return of ? this.#keysOf(of) : [];
      case "Omit":
        return this.#keysOf(of!).filter(({ name }) => !said.includes(name));
      case "Pick":
        return this.#keysOf(of!).filter(({ name }) => said.includes(name));
      default:
        return [];
    }
  }

  #properties(properties: readonly DocProperty[]): Key[] {
    return properties.map(({ name, jsDoc, tsType }) => {
      const values = this.#texts(tsType);
      const keys = this.nameOf(tsType);
      return {
        name,
        words: oneLine(jsDoc?.doc ?? ""),
        ...values.length > 0 ? { values } : {},
        ...keys === undefined ? {} : { keys },
      };
    });
  }

  /** The texts that a type takes, through the names of types too. */
  #texts(type: DocType | undefined): string[] {
    if (type?.kind === "union") {
      return (type.value as DocType[]).flatMap((part) => this.#texts(part));
    }
    if (type?.kind === "typeRef") {
      const own = this.#types.get(type.value.typeName);
      return own?.kind === "typeAlias" ? this.#texts(own.def?.tsType) : [];
    }
    return texts(type);
  }
}

/** The texts that a type is made of, where it is made of texts. */
function texts(type: DocType | undefined): string[] {
  if (type?.kind === "union") return (type.value as DocType[]).flatMap(texts);
  return type?.kind === "literal" && type.value.kind === "string"
    ? [type.value.string]
    : [];
}
