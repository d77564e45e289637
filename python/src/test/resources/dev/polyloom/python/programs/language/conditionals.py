def grade(n):
    if not isinstance(n, (int, float)):
        return "?"
    elif n >= 90:
        return "A"
    elif 80 <= n < 90:
        return "B"
    elif n in range(70, 80) or n == 79.5:
        return "C"
    else:
        return "F" if n >= 0 else "invalid"


print([grade(n) for n in (95, 90, 89.9, 80, 79, 79.5, 70.5, 0, -1, "x", True)])
x, y = 5, None
print(x if x else y, y or x, y and x, x and y, (y is None) + 1, "big" if x > 3 else "small" if x else "zero", not (x and y), x == 5 and "five" or "other")
if (n := len("hello")) > 3 and n < 10: print("medium", n)
if x: pass
elif y: print("never")
print("a" in "abc" and "z" not in "abc", 1 < 2 and 2 < 3, 1 < 2 < 3 != 4, [] is None, x is not y, None is None)
leap = [y for y in (1900, 2000, 2023, 2024) if (y % 4 == 0 and y % 100 != 0) or y % 400 == 0]
print(leap, ["Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i for i in range(1, 16)], {True: "yes", False: "no"}[3 > 2], ("no", "yes")[3 > 2])
def first_truthy(*values, default="none"):
    for v in values:
        if v:
            return v
    return default


print(first_truthy(0, "", [], 7), first_truthy(), first_truthy(None, default=1), all(v is None for v in []), any(x > 4 for x in (1, 5)))
