class Plain:
    pass


p = Plain()
for text in ("1 + 'a'", "'a' + 1", "[] + ()", "None + 1", "{} + {}", "p + 1", "-'a'", "~1.5", "not_defined", "p.missing", "p()", "p[0]", "len(p)", "for_iter", "[1][p]", "'a' * 'b'", "1 < 'a'", "p < p", "{p: 1}[1]", "5 in 5", "p in p", "abs(None)", "int(p)", "[].nope", "().append", "None.x", "'abc'.x", "(1).real.y", "p.__class__.z", "{}[[]]", "print(**5)", "print(*5)", "len()", "len(1, 2)", "'{}'.format()", "range('a')", "sorted(p)", "1 @ 2", "p @ p", "iter(p)", "next(p)", "list(p)", "hash([])", "open(p)", "isinstance(1, 'int')", "p % 2", "2 ** 'a'", "divmod(1, 'a')", "'%d' % 'x'", "b'a' + 'b'", "'' in 5", "max(p, p)", "sum([p])", "round('x')", "float([])", "bytes('a')", "lambda: 0 + 1 if 1 else 2 < 'a'"):
    try:
        value = eval(text)
        print(text, "->", type(value).__name__)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
