class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec == "f":
            return f"{self.degrees * 9 / 5 + 32}F"
        return f"[{spec}]{self.degrees}C"

    def __repr__(self):
        return f"Celsius({self.degrees})"


c = Celsius(20)
print(f"{c} {c:f} {c:anything} {c!r} {c!s:>15}", format(c, "f"), "{:f}".format(c))
width, precision = 10, 3
print(f"{3.14159:{width}.{precision}f}|{'x':{'*'}^{5}}|{c=}|{1 + 1 = }|{'q'=!s}|{3.14159=:.2f}")
print("{} {}".format("a", "b"), "{1} {0} {1}".format("a", "b"), "{name} {x[k]} {o.degrees}".format(name="n", x={"k": 1}, o=c))
print("{0[1]} {0[-1]}".format({"-1": "text", 1: "number"}), "{:{}}|".format("x", 5), "{:{w}.{p}}|".format("abcdef", w=5, p=2))
print("{{}} {{{0}}}".format(1), f"{{}} {{{1}}}", "{0!r:10}|".format("a"), "{:,}".format(10**9))
print("%d %5d|%-5d|%05d %+d %x %#o %s %r %c %c %%" % (1, 2, 3, 4, 5, 255, 8, "s", "r", "c", 65))
print("%.2f %10.3e|%-10.1f|%g %G" % (3.14159, 12345.678, 2.25, 1e-7, 1e20), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
print("%*d|%-*s|%.*f" % (5, 42, 6, "ab", 1, 3.14159), "%s" % (1,), "%s %s" % ([1], (2,)), "%5.1s|" % "abc", "%i" % 3.99)
print(f"{'nested ' + f'{1 + 1}'}", f"{'a' if width > 5 else 'b'}", f"{(lambda x: x * 2)(4)}", f"{[i for i in range(3)]}")
print(f"{ {'a': 1}['a'] }", f"{'it' + chr(39) + 's'}", rf"\n{1}\t", f"multi\
line", f"""{
    1 + 2
}""")
print(format(255, "x"), format("s", ">4"), format(2.5), format(None), format([1], ""), format(True, "5"))
for wrong in (
    lambda: "{} {}".format(1),
    lambda: "{x}".format(y=1),
    lambda: "{} {0}".format(1),
    lambda: "{".format(1),
    lambda: "}".format(1),
    lambda: "{0.nope}".format(1),
    lambda: "{:d}".format("x"),
    lambda: "{:>5}".format(None),
    lambda: "{!z}".format(1),
    lambda: "%d" % "x",
    lambda: "%s %s" % "x",
    lambda: "%s" % (1, 2),
    lambda: "%(a)s" % {"b": 1},
    lambda: "%(a)s" % 5,
    lambda: "%y" % 1,
    lambda: "%c" % "ab",
    lambda: "%" % (),
    lambda: f"{'x':=5}",
    lambda: f"{5:5.5.5}",
    lambda: format(1, 2),
    lambda: "%x" % 1.5,
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
