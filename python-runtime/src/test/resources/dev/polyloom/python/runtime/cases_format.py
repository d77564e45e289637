import math
import struct


def write(cases, count):
    r = cases.random

    def whole():
        return r.choice([0, 1, -1, 7, 65, 255, -255, 1234567, -1234567, r.randint(-10**6, 10**6), r.randint(-10**30, 10**30), 2**63, -2**63])

    def real():
        kind = r.random()
        if kind < 0.25:
            return r.choice([0.0, -0.0, 1.0, 0.5, 1.5, 2.5, -0.001, 1e16, 1e22, 1e-5, 123456.789, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, math.nan, 0.1, 1e15, 999999.5, 9.5, 0.05])
        if kind < 0.8:
            return r.uniform(-10**r.randint(0, 8), 10**r.randint(0, 8))
        return struct.unpack("d", struct.pack("Q", r.getrandbits(64)))[0]

    def word():
        return r.choice(["", "a", "abc", "é😀", "hello world"])

    def value():
        return r.choice([whole, real, word, lambda: r.choice([True, False])])()

    def maybe(p, options):
        return r.choice(options) if r.random() < p else ""

    def spec(types):
        return (maybe(0.4, ["<", ">", "^", "=", "*<", "0>", "é^", "😀=", "x="]) + maybe(0.25, ["+", "-", " "]) + maybe(0.05, ["z"]) + maybe(0.15, ["#"]) + maybe(0.2, ["0"])
                + maybe(0.5, [str(r.randint(1, 30))]) + maybe(0.2, [",", "_", ",", ",_", "_,", ",,"] if r.random() < 0.2 else [",", "_"])
                + maybe(0.4, ["." + str(r.randint(0, 20)), "." + str(r.randint(0, 4)), "."] if r.random() < 0.2 else ["." + str(r.randint(0, 6))]) + maybe(0.85, types))

    for i in range(count):
        for _ in range(3):
            cases.add("int", format, whole(), spec(list("dddxXobncefg%")))
            cases.add("float", format, real(), spec(list("eEfFgGn%ffgg")))
            cases.add("str", format, word(), spec(["s"]))
        cases.add("any", format, value(), spec(list("dxXobncefgsEFG%yé") + ["dd", "é", "\x01"]))
        cases.add("any", format, value(), r.choice(["", "", "99999999999999999999", ".99999999999999999999", "xx", "5 d", "1.2.3"]))

        def conv(c=None):
            return "%" + "".join(maybe(0.2, list("-+ #0")) for _ in range(2)) + maybe(0.4, [str(r.randint(1, 15)), "*"]) + maybe(0.3, [".%d" % r.randint(0, 8), ".*", "."]) + maybe(0.05, ["l", "h"]) + (c or r.choice("dddiuxXosrcaeEfFgG%"))

        def percent(f, args):
            return f % tuple(args)
        for _ in range(3):
            parts = [conv() for _ in range(r.randint(0, 2))]
            f = maybe(0.5, ["a", "é", "%%", "😀"]).join(parts) + maybe(0.3, ["x", "%%", "%"])
            n = f.replace("%%", "").count("%") + f.count("*") + r.choice([0, 0, 0, 0, 0, 1, -1])
            args = [r.choice([r.randint(-5, 12), value()]) for _ in range(max(0, n))]
            cases.add("percent", percent, f, args)
            cases.add("percent", percent, conv("d"), [r.choice([whole(), real(), "x"])])
            cases.add("percent", percent, conv("x"), [r.choice([whole(), 1.0])])
            cases.add("percent", percent, conv(r.choice("feg")), [r.choice([real(), whole()])])
        cases.add("mapping", lambda f, m: f % m, r.choice(["%(a)s %(b)05d", "%(a)s", "%(c)s", "%(a", "%(a)s %s", "%(a(b))s", "x", "%s", "%(b)x %% %(b)X", "%(b)*d"]), {"a": word(), "b": r.randint(0, 500), "a(b)": 5})
        cases.add("percent", percent, r.choice(["%z", "%é", "%5%", "%", "%.99999999999d", "%(a)s", "abc", "%5", "%l", "%.", "%c"]), [value()])

        def formatted(f, args, named):
            return f.format(*args, **named)
        f = "".join(r.choice(["{}", "{0}", "{1}", "{a}", "{b}", "x", "{{", "}}", "{!r}", "{0!s}", "{a!a}", "{:>5}", "{0:<{1}}", "{:{}}", "{a:^{b}}", "é", "{2}", "{c}", "{0!z}", "{0!rx}", "{0.}",
                             "{l[0]}", "{l[1]}", "{l[x]}", "{m[k]}", "{m[5]}", "{", "}", "{0", "{0:{1:{2}}}", "{0!", "{0[", "{l[0]b}", "{99999999999999999999}", "{:d}", "{0[]}", "{a{b}"]) for _ in range(r.randint(1, 4)))
        cases.add("template", formatted, f, [r.choice([whole(), word(), r.randint(0, 9)]), r.randint(1, 9), value()][: r.randint(0, 3)], {"a": r.choice([whole(), word()]), "b": r.randint(1, 9), "l": [1, "two"], "m": {"k": "v", "5": "text", 5: "number"}})
