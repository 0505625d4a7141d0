import { plain } from "../../../text/plain.ts";

/** What can stand in an element: text stays text. */
export type Child = Node | string | number | null | undefined | false;

type Tags = HTMLElementTagNameMap;

/**
 * Makes an element. Attributes are set by name; `false`, `null` and `undefined`
 * leave one out. What cannot be seen is left out of any text.
 */
export function el<T extends keyof Tags>(
  tag: T,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
  ...children: readonly (Child | readonly Child[])[]
): Tags[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null) continue;
    element.setAttribute(name, value === true ? "" : plain(`${value}`));
  }
  put(element, ...children);
  return element;
}

/** Puts children into an element, at its end. */
export function put(
  element: Element,
  ...children: readonly (Child | readonly Child[])[]
): void {
  for (const child of children.flat() as Child[]) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : plain(`${child}`));
  }
}

/** Puts children in the place of all that an element holds. */
export function fill(
  element: Element,
  ...children: readonly (Child | readonly Child[])[]
): void {
  element.replaceChildren();
  put(element, ...children);
}

/** The element of the page with an id; the page is made with it. */
export function at<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element as E;
}

/** Several things in one line, with semicolons between: a name may hold a comma. */
export function listed(items: readonly Node[]): Child[] {
  return items.flatMap((item, i) => i === 0 ? [item] : ["; ", item]);
}

/** "1 claim", "1,200 claims". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
