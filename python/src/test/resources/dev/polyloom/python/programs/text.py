for k, v in {"a": 1, "b": 2.5}.items():
    print(f"{k:>5}={v:05.2f}|{v!r}")
print("%s-%d %5.1f" % ("x", 3, 2.25), "{}/{y}".format(1, y=2), "{0[1]} {1.real}".format([1, 2], 3))
print({3, 1, 2}, (1,), 1 < 2 < 3, not None, 7 // -2, -7 % 3, 2**100, 1 / 3, 1e16, round(2.5))
a, *rest = [1, 2, 3]
print(a, rest, "abc"[::-1], [1, 2, 3][-2:], "x" * 3, b"\x00ab", "it's")
match [1, 2]:
    case [x, y] if x < y:
        print("match", x, y)
    case _:
        print("none")
n = 0
while True:
    n += 1
    if n == 3:
        continue
    if n > 5:
        break
print(n, "a,b,c".split(","), " pad ".strip(), "-".join(["x", "y"]), "Title case".title())
print(0 or "default", 1 and 2, [] or None, (lambda: 5)(), (z := 4) + z)
