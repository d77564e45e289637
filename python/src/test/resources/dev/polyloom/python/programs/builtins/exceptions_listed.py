def attempt(name, action):
    try:
        print(name, "gives", action())
    except BaseException as error:
        print(f"{name}: {type(error).__name__}({', '.join(map(repr, error.args))}) {[c.__name__ for c in type(error).__mro__[1:-2]]}")


attempt("zero", lambda: 1 / 0)
attempt("index", lambda: [][0])
attempt("key", lambda: {}["k"])
attempt("attribute", lambda: (5).x)
attempt("value", lambda: int("x"))
attempt("type", lambda: "a" + 1)
attempt("name", lambda: undefined)
attempt("overflow", lambda: 2.0**5000)
attempt("stop", lambda: next(iter([])))
attempt("import", lambda: __import__("no_such_module"))
attempt("assertion", lambda: exec("assert 0, 'told'"))
attempt("exit", lambda: exit(2))
attempt("recursion", lambda: (f := lambda: f())())
attempt("os", lambda: open("/no/such/file"))
attempt("lookup", lambda: "x".encode("no-such-codec"))
attempt("not implemented", lambda: (_ for _ in ()).throw(NotImplementedError("later")))
attempt("interrupt", lambda: (_ for _ in ()).throw(KeyboardInterrupt()))
attempt("arithmetic", lambda: 5 % 0)
attempt("fine", lambda: "done")
