calls = [
    "tuple(1, 2)",
    "list(1, 2)",
    "dict(1, 2)",
    "set(1, 2)",
    "frozenset(1, 2)",
    "str(1, 2, 3, 4)",
    "int(1, 2, 3)",
    "float(1, 2)",
    "bool(1, 2)",
    "bytes(1, 2, 3, 4)",
    "bytearray(1, 2, 3, 4)",
    "complex(1, 2, 3)",
    "property(1, 2, 3, 4, 5)",
    "[1].index(1, 2.0)",
    "(1,).index(1, 'a')",
    "pow(-2, 2000.5)",
    "(1 + 2j) ** 5000",
    "eval('1', [])",
    "eval('1', 3)",
    "str.__len__(5)",
    "list.append((), 1)",
    "b'%c%c' % (b'a', 98)",
    "b'%c' % 'a'",
    "b'%c' % 256",
    "b'%c' % b'ab'",
    "'%c' % 'ab'",
    "format(12.34 - 5.6j, ' ')",
    "format(1 + 2j, '+')",
    "format(-1 + 2j, '+')",
    "format(3j, '+')",
    "format(-3j, ' ')",
    "format(1 + 2j, '>10')",
    "max(1, *2)",
    "max(*1, *2)",
    "max(*1)",
    "[1, *2]",
    "(*1.5,)",
    "{*1.5}",
    "{1, *None, *2}",
]
for call in calls:
    try:
        print(call, "->", eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__, e)


for call in ("'a'.count()", "'a'.find()", "'a'.index(1, 2, 3, 4)", "b'a'.count()", "'a'.startswith()",
             "[].index()", "'a'.rfind('a', 1, 2, 3)", "bytearray().find()", "'a'.zfill()"):
    try:
        print(call, "->", eval(call))
    except TypeError as e:
        print(call, "->", e)


class Unwritten:
    def __format__(self, specification):
        return 5


for how in (format, "{}".format, lambda v: f"{v:>3}"):
    try:
        print(how(Unwritten()))
    except TypeError as e:
        print(e)
