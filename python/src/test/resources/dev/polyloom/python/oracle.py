"""Says what CPython knows about programs: a line of answers for each line of questions.

The parts of a line are separated by spaces, and each is in base 64.
"""

import ast
import base64
import hashlib
import json
import os
import struct
import sys
import subprocess
import symtable
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

RENAMED = {
    "List": "ListDisplay",
    "Set": "SetDisplay",
    "Dict": "DictDisplay",
    "Tuple": "TupleDisplay",
    "Constant": "ConstantExpr",
    "Expr": "ExprStmt",
    "Module": "Program",
    "alias": "Alias",
    "arg": "Arg",
    "arguments": "Arguments",
    "comprehension": "Comprehension",
    "keyword": "Keyword",
    "match_case": "MatchCase",
    "withitem": "WithItem",
}
ASYNC = {"FunctionDef", "For", "With"}
LEFT_OUT = {"type_comment", "type_ignores", "kind", "is_async", "simple"}


def text(value):
    return json.dumps(value)


def bits(value):
    return struct.pack(">d", value).hex()


def constant(value):
    if value is None or value is True or value is False:
        return str(value).upper()
    if value is ...:
        return "ELLIPSIS"
    if isinstance(value, int):
        return "int %x" % value
    if isinstance(value, float):
        return "real " + bits(value)
    if isinstance(value, complex):
        return "imaginary " + bits(value.imag)
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    return "str " + " ".join("%x" % ord(c) for c in value)


class Dump:
    def __init__(self, source, out):
        self.lines = source.split("\n")
        self.out = out
        self.add = out.append
        # Before 3.12 the parts of f-strings are said to stand elsewhere. In 3.12 the texts among
        # them end too late where a brace is doubled, and there are empty ones.
        self.exact = sys.version_info >= (3, 12)
        self.hidden = 0
        self.texts = set()

    def column(self, line, offset):
        row = self.lines[line - 1] if line <= len(self.lines) else ""
        if row.isascii():
            return offset
        return len(row.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace"))

    def span(self, node):
        if self.hidden or node in self.texts:
            return ""
        return "%d:%d-%d:%d" % (
            node.lineno,
            self.column(node.lineno, node.col_offset),
            node.end_lineno,
            self.column(node.end_lineno, node.end_col_offset),
        )

    def value(self, value):
        if isinstance(value, list):
            self.add("[%d" % len(value))
            for element in value:
                self.value(element)
        elif isinstance(value, ast.AST):
            self.node(value)
        elif value is None:
            self.add("-")
        elif isinstance(value, bool):
            self.add(str(value).lower())
        elif isinstance(value, int):
            self.add(str(value))
        else:
            self.add(text(value))

    def node(self, node):
        name = type(node).__name__
        if isinstance(
            node, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
        ):
            self.add(name.upper())
            return
        asynchronous = name.startswith("Async")
        name = name.removeprefix("Async")
        star = name == "TryStar"
        name = name.removesuffix("Star") if star else name
        self.add(RENAMED.get(name, name) + " " + (self.span(node) if hasattr(node, "lineno") else ""))
        if name in ASYNC:
            self.add(str(asynchronous).lower())
        if name == "Try":
            self.add(str(star).lower())
        inside = name == "JoinedStr" and not self.exact
        self.hidden += inside
        if name == "JoinedStr":
            texts = [part for part in node.values if isinstance(part, ast.Constant)]
            self.texts.update(texts)
            node.values = [part for part in node.values if part not in texts or part.value]
        for field in node._fields:
            self.field(node, name, field)
        if name in ("FunctionDef", "ClassDef") and "type_params" not in node._fields:
            self.add("[0")
        self.hidden -= inside

    def field(self, node, name, field):
        value = getattr(node, field)
        if field == "simple" or field == "is_async":
            self.add(str(bool(value)).lower())
        elif name == "Constant" and field == "value" or name == "MatchSingleton":
            self.add(constant(value))
        elif name == "Constant" and field == "kind":
            self.add(str(value is not None).lower())
        elif field not in LEFT_OUT:
            self.value(value)


def read(file):
    with open(file, "rb") as stream:
        return stream.read().decode("utf-8-sig")


def dump(source):
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    out = []
    Dump(source, out).value(ast.parse(source))
    return "\n".join(out) + "\n"


def tree(file):
    return [dump(read(file))]


def sha(file):
    return [hashlib.sha256(dump(read(file)).encode()).hexdigest()]


BINDINGS = {1: "LOCAL", 2: "GLOBAL_EXPLICIT", 3: "GLOBAL_IMPLICIT", 4: "FREE", 5: "CELL"}
USES = {
    1: "DECLARED_GLOBAL",
    2: "ASSIGNED",
    4: "PARAMETER",
    8: "DECLARED_NONLOCAL",
    16: "READ",
    128: "IMPORTED",
    256: "ANNOTATED",
}


def scope(table, depth, out):
    nested = " nested" if table.is_nested() else ""
    out.append("  " * depth + table.get_type() + " " + table.get_name() + nested)
    for symbol in sorted(table.get_symbols(), key=lambda s: s.get_name()):
        flags = symbol._Symbol__flags
        uses = " ".join(sorted(name for bit, name in USES.items() if flags & bit))
        binding = BINDINGS[flags >> 11 & 15]
        out.append("  " * depth + ". " + symbol.get_name() + " " + binding + ": " + uses)
    for child in table.get_children():
        scope(child, depth + 1, out)


def scopes(file):
    out = []
    scope(symtable.symtable(read(file), "<test>", "exec"), 0, out)
    return ["\n".join(out) + "\n"]


def error(source):
    try:
        compile(source, "wrong.py", "exec", dont_inherit=True)
    except SyntaxError as e:
        place = [e.lineno, e.offset, e.end_lineno, e.end_offset]
        return [type(e).__name__, e.msg, " ".join(str(number or 0) for number in place)]
    except Exception as e:
        return [type(e).__name__, str(e), "0 0 0 0"]
    return ["", "", ""]


def version():
    return ["%d.%d" % sys.version_info[:2]]


def library():
    return [os.path.dirname(os.__file__)]


def run(file):
    done = subprocess.run([sys.executable, "-I", "-X", "utf8", file], capture_output=True)
    return [(done.stdout + done.stderr).decode()]


ANSWERS = {f.__name__: f for f in (tree, sha, scopes, error, version, library, run)}


def main():
    for line in sys.stdin:
        ask, *parts = (base64.b64decode(part).decode("utf-8", "surrogatepass") for part in line.split())
        try:
            answer = ANSWERS[ask](*parts)
        except Exception as e:
            answer = ["!" + type(e).__name__ + ": " + str(e)]
        encoded = (base64.b64encode(part.encode("utf-8", "surrogatepass")).decode() for part in answer)
        # An empty part would not be seen.
        print(" ".join(part or "=" for part in encoded), flush=True)


if __name__ == "__main__":
    main()
