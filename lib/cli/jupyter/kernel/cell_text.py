"""What stands in the text of a cell: imports, calls, and where a cursor is.

It is read as far as is needed to help whoever writes it: what this cannot make
out is left to the kernel. Nothing of it is run.
"""

import re
from typing import NamedTuple

NAME = r"[A-Za-z_$][\w$]*"
PATH = rf"{NAME}(?:\s*\??\.\s*{NAME})*"
IDENTIFIER = re.compile(NAME)
PATH_BEFORE = re.compile(rf"(?<![\w$.])({PATH})\s*(?:<[^()<>]*>)?\s*$")
CALL = re.compile(rf"(?<![\w$.])({PATH})\s*\(")
IMPORT = re.compile(
    rf"^[ \t]*import\s+(type\s)?(?:({NAME})\s*,?\s*)?"
    rf"(?:\{{([^}}]*)\}}|\*\s*as\s+({NAME}))?\s*from\s*([\"'])([^\"'\n]+)\5",
    re.MULTILINE,
)
ITEM = re.compile(rf"(type\s+)?({NAME})(?:\s+as\s+({NAME}))?")
CLOSING = {")": "(", "]": "[", "}": "{"}
# After these a slash begins a regular expression, and not a division.
BEFORE_REGEX = "(,=:[!&|?{};+-*%<>~^"


class Bracket(NamedTuple):
    """A bracket that is open."""

    mark: str
    at: int
    # Where the last thing within it began, and how many came before.
    begins: int
    count: int


class Place(NamedTuple):
    """Where in a text a cursor is."""

    open: tuple[Bracket, ...]  # the outermost first
    # Where the text or comment began that the cursor is in, and its mark.
    quoted: int | None
    quote: str


def scan(code: str, end: int | None = None) -> tuple[Place, str]:
    """Where the end is, and the text with comments, templates and patterns blank."""
    end = len(code) if end is None else end
    stack: list[Bracket] = []
    blank: list[tuple[int, int]] = []
    at = 0

    def place(quoted: int | None = None, quote: str = "") -> Place:
        return Place(tuple(stack), quoted, quote)

    def masked() -> str:
        text = list(code[:end])
        for start, stop in blank:
            for i in range(start, min(stop, end)):
                if text[i] != "\n":
                    text[i] = " "
        return "".join(text)

    while at < end:
        mark = code[at]
        if code.startswith(("//", "/*"), at):
            close = "\n" if code[at + 1] == "/" else "*/"
            stop = code.find(close, at + 2)
            stop = len(code) if stop < 0 else stop + (len(close) if close != "\n" else 0)
            blank.append((at, stop))
            if stop > end or (stop == end and close == "\n"):
                return place(at, code[at : at + 2]), masked()
            at = stop
        elif mark in "\"'":
            stop = text_end(code, at, mark)
            if stop > end:
                return place(at, mark), masked()
            at = stop
        elif mark == "`" or (mark == "}" and stack and stack[-1].mark == "${"):
            if mark == "}":
                stack.pop()
            stop, inner = template_end(code, at)
            blank.append((at, stop))
            if stop > end:
                return place(at, "`"), masked()
            at = stop
            if inner:
                stack.append(Bracket("${", stop - 1, stop, 0))
        elif mark == "/" and is_regex(code, at):
            stop = regex_end(code, at)
            blank.append((at, stop))
            if stop > end:
                return place(at, "/"), masked()
            at = stop
        else:
            if mark in "([{":
                stack.append(Bracket(mark, at, at + 1, 0))
            elif mark in CLOSING and stack and stack[-1].mark == CLOSING[mark]:
                stack.pop()
            elif mark in ",;" and stack:
                last = stack[-1]
                stack[-1] = last._replace(begins=at + 1, count=last.count + 1)
            at += 1
    return place(), masked()


def text_end(code: str, at: int, quote: str) -> int:
    """Where the text ends that begins here; it is on one line."""
    at += 1
    while at < len(code) and code[at] not in (quote, "\n"):
        at += 2 if code[at] == "\\" else 1
    # One that is not closed ends behind all cursors of its line.
    return at + 1


def template_end(code: str, at: int) -> tuple[int, bool]:
    """Where a template, or the next value within it, begins to be code again."""
    at += 1
    while at < len(code):
        if code[at] == "`":
            return at + 1, False
        if code.startswith("${", at):
            return at + 2, True
        at += 2 if code[at] == "\\" else 1
    return len(code) + 1, False


def is_regex(code: str, at: int) -> bool:
    """Whether a slash begins a regular expression."""
    before = code[:at].rstrip()
    return not before or before[-1] in BEFORE_REGEX or bool(
        re.search(r"(?<![\w$.])(return|typeof|case|of|in)$", before)
    )


def regex_end(code: str, at: int) -> int:
    """Where a regular expression ends."""
    at += 1
    in_class = False
    while at < len(code) and code[at] != "\n":
        mark = code[at]
        if mark == "/" and not in_class:
            return at + 1
        in_class = mark == "[" or (in_class and mark != "]")
        at += 2 if mark == "\\" else 1
    return at


class Import(NamedTuple):
    """A statement that imports."""

    module: str
    # Of each name: as the module has it, as the cell has it, and where it stands.
    names: tuple[tuple[str, str, int], ...]
    namespace: str | None


def imports(code: str) -> list[Import]:
    """What a cell imports; types that are said to be such are not listed."""
    _, masked = scan(code)
    found = []
    for match in IMPORT.finditer(masked):
        only_types, default, inner, namespace, _, module = match.groups()
        names = []
        if not only_types:
            if default:
                names.append(("default", default, match.start(2)))
            for item in ITEM.finditer(inner or ""):
                kind, name, own = item.groups()
                if not kind:
                    names.append((name, own or name, match.start(3) + item.start(2)))
        found.append(Import(module, tuple(names), namespace))
    return found


def path_at(code: str, cursor: int) -> str:
    """The dotted name that the cursor is in or behind, up to the end of its word."""
    end = cursor
    while end < len(code) and re.match(r"[\w$]", code[end]):
        end += 1
    found = PATH_BEFORE.search(code[:end])
    return plain_path(found.group(1)) if found and found.end(1) == end else ""


def plain_path(path: str) -> str:
    """A dotted name without what it may be written with."""
    return re.sub(r"\s|\?(?=\.)", "", path)


def word_before(code: str, cursor: int) -> str:
    """The beginning of a name before the cursor."""
    return re.search(r"[\w$]*$", code[:cursor]).group()


class Argument(NamedTuple):
    """An argument of a call that is being written."""

    path: str  # what is called
    number: int
    # The keys under which the cursor is, where the argument is an object.
    keys: tuple[str, ...] | None
    is_key: bool  # a key is being written, not a value
    key: str  # the key whose value is being written


def arguments_at(code: str, cursor: int) -> list[Argument]:
    """The calls that the cursor is within, the innermost first."""
    place, masked = scan(code, cursor)
    found = []
    keys: list[str] | None = []
    is_key, key = False, ""
    for depth in range(len(place.open) - 1, -1, -1):
        bracket = place.open[depth]
        if bracket.mark == "(":
            before = PATH_BEFORE.search(masked[: bracket.at])
            if before:
                objects = None if not keys and not is_key and not key else tuple(keys or ())
                found.append(
                    Argument(plain_path(before.group(1)), bracket.count, objects, is_key, key)
                )
            # What is around this call is another matter.
            keys, is_key, key = None, False, ""
        elif bracket.mark == "{" and keys is not None:
            own = masked[bracket.begins :]
            if depth == len(place.open) - 1:
                value = re.match(rf"\s*[\"']?({NAME})[\"']?\s*:", own)
                is_key = place.quoted is None and re.fullmatch(rf"\s*(?:{NAME})?", own) is not None
                key = value.group(1) if value else ""
            else:
                inner = re.match(rf"\s*[\"']?({NAME})[\"']?\s*:", own)
                if not inner:
                    keys = None
                    continue
                keys.insert(0, inner.group(1))
        elif keys is not None and not (bracket.mark == "[" and key):
            keys, is_key, key = None, False, ""
    return found


def calls(code: str) -> list[tuple[str, int, bool]]:
    """The calls in a cell: what is called, where, and whether that is awaited."""
    _, masked = scan(code)
    found = []
    for match in CALL.finditer(masked):
        before = masked[: match.start()].rstrip()
        waits = re.search(r"(?<![\w$.])(await|return|void|new|function)$|=>$", before)
        # In a list of promises, or handed on.
        handed = re.search(r"[\[(,]$", before)
        found.append((plain_path(match.group(1)), match.start(1), bool(waits or handed)))
    return found


def pointer(code: str, at: int, length: int) -> list[str]:
    """Shows a place in a cell, as the formatter of Deno does."""
    number = code.count("\n", 0, at) + 1
    begins = code.rfind("\n", 0, at) + 1
    line = code[begins:].split("\n", 1)[0]
    edge = " " * len(str(number))
    return [
        f"{edge} |",
        f"{number} | {line}",
        f"{edge} | {' ' * (at - begins)}{'~' * length}",
    ]
