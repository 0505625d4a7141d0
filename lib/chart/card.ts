import script from "./card.js" with { type: "text" };

/**
 * A script for pages that hold charts: what a mark says stands in a small card,
 * for a mouse, a finger and the keyboard, where without it only a mouse finds the
 * browser's own tooltip. It makes each mark a group with a name, which the arrow
 * keys lead to, and loads nothing.
 */
export const cardScript: string = script;
