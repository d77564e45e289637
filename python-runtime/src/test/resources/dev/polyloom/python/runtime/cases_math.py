import math
import struct


def write(cases, count):
    r = cases.random

    def real():
        kind = r.random()
        if kind < 0.1:
            return r.choice([0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 10.0, 100.0, 1e300, 1e-300, math.inf, -math.inf, math.nan, 5e-324, 171.0, 172.0, -3.0, 0.1, math.pi, 1024.0, 710.0, -745.0])
        if kind < 0.5:
            return r.uniform(-10, 10)
        if kind < 0.7:
            return r.uniform(-1, 1)
        if kind < 0.85:
            return round(r.uniform(-200, 200), r.randint(0, 3))
        if kind < 0.95:
            return r.uniform(-700, 700)
        return struct.unpack("d", struct.pack("Q", r.getrandbits(64)))[0]

    def whole():
        return r.choice([r.randint(-20, 60), r.randint(0, 10**12), r.randint(-10**30, 10**40), 0, 1, 2**63])

    # functions whose last digit is the same as that of the C library
    exact = ["sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "floor", "ceil", "degrees", "radians"]
    # functions that may be one or two units of the last digit apart
    near = ["cbrt", "exp2", "expm1", "log1p", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "gamma", "lgamma", "erf", "erfc"]

    def at(name):
        f = getattr(math, name)
        return f
    for i in range(count):
        for name in exact:
            cases.add("~" + name if name not in ("sqrt", "floor", "ceil", "degrees", "radians") else name, at(name), real())
        for name in near:
            cases.add("~" + name, at(name), real())
        cases.add("~pow", math.pow, real(), real())
        cases.add("~atan2", math.atan2, real(), real())
        cases.add("~operator", lambda a, b: a**b, abs(real()) or 1.0, real())
        cases.add("fmod", math.fmod, real(), real())
        cases.add("remainder", math.remainder, real(), real())
        cases.add("modf", math.modf, real())
        cases.add("frexp", math.frexp, real())
        cases.add("ldexp", math.ldexp, real(), r.choice([r.randint(-1100, 1100), 10**20, -10**20, 3]))
        cases.add("isclose", lambda a, b, c, d: math.isclose(a, b, rel_tol=c, abs_tol=d), r.choice([1.0, 1.1, real()]), r.choice([1.0, 1.0 + 1e-9, 1.1]), r.choice([1e-9, 0.1, -1.0, 0.0]), r.choice([0.0, 0.1]))
        cases.add("~hypot", math.hypot, real(), real())
        cases.add("~hypot", math.hypot, real(), real(), real())
        cases.add("fsum", lambda *a: math.fsum(a), *[r.choice([real(), r.uniform(-1, 1), 0.1]) for _ in range(r.randint(0, 6))])
        cases.add("gcd", math.gcd, *[whole() for _ in range(r.randint(0, 3))])
        cases.add("lcm", math.lcm, *[whole() for _ in range(r.randint(0, 3))])
        cases.add("isqrt", math.isqrt, whole())
        cases.add("factorial", math.factorial, r.choice([r.randint(-2, 150), 0, 1, 20, 21]))
        cases.add("comb", math.comb, r.choice([whole(), r.randint(0, 60)]), r.randint(-2, 40))
        cases.add("perm", math.perm, r.choice([whole(), r.randint(0, 60)]), r.randint(-2, 40))
        cases.add("~biglog", math.log, r.choice([whole(), 10**r.randint(300, 400)]))
        cases.add("~biglog10", math.log10, r.choice([whole(), 10**r.randint(300, 400)]))
        cases.add("~biglog2", math.log2, r.choice([whole(), 2**r.randint(300, 4000)]))
