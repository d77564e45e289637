data = [5, 12, 3, 40]
print([y for x in data if (y := x * 2) > 10], y)
if (n := len(data)) > 3:
    print(f"{n} items")
stream = iter("abc.def")
while (char := next(stream)) != ".":
    print(char, end=" ")
print()
print(any((found := x) > 10 for x in data), found)
print((a := 1, b := 2), a + b, [c := 3, c**2])
print(f"{(z := 7)} {z}", {"k": (k := 1)}, k)


def f(x, cache={}):
    if (r := cache.get(x)) is None:
        cache[x] = r = x * x
        print("computed")
    return r


print(f(3), f(3))
print(1 if [] else 2 if 0 else 3, "yes" if "a" in "abc" else "no", not 0 or 1 / 0)
print(0 or "" or None or [], 1 and "x" and 5, [] and 1 / 0, None or "default", not "", not not "x")
print(1 < 2 < 3 < 4, 1 < 3 < 2, 3 > 2 == 2, 1 == 1 != 2, "a" < "b" < "c", 1 in [1] == True, (1 in [1]) == True)


def noisy(v):
    print("eval", v, end="; ")
    return v


print(noisy(1) < noisy(5) < noisy(3) < noisy(9))
print(noisy(0) and noisy(1) or noisy(2))
print(None is None, None == 0, [] is [], () == (), "a" "b" 'c')
print(True + True, True * 5, sum([True, False, True]), int(True), True == 1, str(True), [10, 20][True])
print(5 if True else 6, (lambda: 1)() if False else 2, -3**2, 2**-1, 2**3**2, -7 // 2 * 2, not 1 == 2)
x = 5
x = x if x > 3 else 0
print(x, x is not None, x not in (1, 2), 1 <= x <= 10 and x != 7)
match [1, 2]:
    case [a, b] if (total := a + b) == 3:
        print(total)
print(*(i for i in range(3)), sep="<", end=">\n")
print("%s is %d" % ("x", 5) if True else "", "a" if 0 else "b" "c")
print(1 if 1 else 2, 0xFF, 0b11, 0o7, 1_000, 1e3, 1j, .5, 5.)
