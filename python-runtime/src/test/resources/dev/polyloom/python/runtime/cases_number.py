import math
import operator
import struct


def write(cases, count):
    r = cases.random

    def small():
        return r.choice([0, 1, -1, 2, 3, -3, 7, 10, -10, 100, r.randint(-1000, 1000)])

    def whole():
        kind = r.random()
        if kind < 0.4:
            return small()
        if kind < 0.7:
            return r.randint(-2**63, 2**63 - 1) + r.choice([0, 0, 0, -1, 1])
        return r.randint(-2**r.randint(1, 200), 2**r.randint(1, 200)) + r.choice([0, 2**63, -2**63])

    def real():
        kind = r.random()
        if kind < 0.15:
            return r.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 0.1, 2.5, 1e22, 1e23])
        if kind < 0.5:
            return r.uniform(-1000, 1000)
        if kind < 0.7:
            return round(r.uniform(-100, 100), r.randint(0, 4))
        if kind < 0.8:
            return float(r.randint(-1000, 1000)) / 2
        return struct.unpack("d", struct.pack("Q", r.getrandbits(64)))[0]

    def numeral():
        base = r.choice(["12", "0", "7", "1_000", "12_", "_1", "0b101", "0x1F", "0o17", "0_7", "00", "ff", "zz", "1__0", "+5", "-5", "- 5", "", " 42 ", "\t1\n", "3.5", "1e5", "inf", "nan", "-Infinity", "1e400", ".5", "5.", ".", "1e", "1e+5", "0x", "é", "\u0661\u0662", "1 2", "1_0.0_1", "0B1", "\u00a07\u2003", "1" * 300, "infinit", "1e-400", "0.1e1_0"])
        return base if r.random() < 0.6 else "".join(r.choice("0123456789_.eE+-xXbBabf ") for _ in range(r.randint(0, 8)))

    binary = {
        "add": operator.add, "sub": operator.sub, "mul": operator.mul, "floordiv": operator.floordiv,
        "mod": operator.mod, "divmod": divmod, "truediv": operator.truediv, "and": operator.and_,
        "or": operator.or_, "xor": operator.xor,
    }
    real_binary = {"fdiv": operator.truediv, "ffloordiv": operator.floordiv, "fmod": operator.mod, "fdivmod": divmod}
    unary = {"neg": operator.neg, "abs": abs, "invert": operator.invert, "bits": int.bit_length, "count": int.bit_count,
             "str": str, "bin": bin, "oct": oct, "hex": hex, "hash": hash, "float": float}
    real_unary = {"repr": repr, "fround": round, "int": int, "fhex": float.hex, "ratio": float.as_integer_ratio,
                  "fhash": lambda x: hash(x) if x == x else 0, "isint": float.is_integer}
    for i in range(count):
        for name, f in binary.items():
            cases.add(name, f, whole(), whole())
        for name, f in unary.items():
            cases.add(name, f, whole())
        for name, f in real_binary.items():
            cases.add(name, f, real(), real())
        for name, f in real_unary.items():
            cases.add(name, f, real())
        cases.add("pow", pow, r.choice([small(), 0, 1, -1]), r.randint(0, 60))
        cases.add("pow", pow, r.choice([0, 1, -1]), 2**70 + r.randint(0, 1))
        cases.add("pow3", pow, whole(), small(), small())
        cases.add("lshift", operator.lshift, whole(), r.randint(-1, 80))
        cases.add("rshift", operator.rshift, whole(), r.choice([r.randint(-1, 80), 2**70]))
        cases.add("round", round, whole(), r.randint(-25, 3))
        cases.add("froundn", round, real(), r.choice([r.randint(-5, 17), r.randint(-330, 330)]))
        cases.add("parse", int, numeral(), r.choice([10, 10, 0, 2, 8, 16, 36, 1, 37]))
        cases.add("parsebytes", lambda b: int(b), numeral().encode("latin-1", "replace"))
        cases.add("parsefloat", float, numeral())
        x = real()
        y = r.choice([whole(), int(x) if math.isfinite(x) else 5])
        if x == x:
            cases.add("compare", lambda a, b: (a > b) - (a < b), y, x)
        cases.add("fromhex", float.fromhex, r.choice([real().hex(), "0x1.8", "1.8p3", "0x.1p-3", "p3", "0x", "nan", "-inf", "0x1p5000", "1g", " 0x1p3 "]))
        # powers whose result is exact, or that fail
        cases.add("fpow", lambda a, b: a**b, r.choice([2.0, 0.5, -2.0, 0.0, -0.0, 4.0, 10.0, float("inf"), float("-inf"), float("nan"), 1.0, -1.0]),
                  r.choice([2.0, 3.0, 0.0, -1.0, -2.0, 0.0, 1.0, float("inf"), float("-inf"), float("nan"), 5000.0]))
