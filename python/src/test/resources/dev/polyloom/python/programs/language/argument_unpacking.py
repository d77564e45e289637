def show(*args, **kwargs):
    return f"{args} {kwargs}"


print(show(*"ab", *[1, 2], x=1, **{"y": 2}, **dict(z=3)))
print(show(*{}, **{}))
print([*range(3), *"xy", *{"k": 1}])
print({**{"a": 1, "b": 2}, "b": 3, **{"c": 4}})
print((*[1], 2, *(3, 4)))
print({*[1, 2], *(2, 3)})
first, *middle, last = range(6)
print(first, middle, last)
*head, tail = "word"
print(head, tail)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[p, q] = {"one": 1, "two": 2}
print(p, q)
for name, *marks in [("Ann", 1, 2), ("Bob",), ("Cid", 3)]:
    print(name, marks)
x = y = z = []
x.append(1)
print(y is z, y)
i = 0
values = [10, 20, 30]
i, values[i] = 2, "changed"
print(i, values)
for wrong in ("a, b = 1, 2, 3", "a, b, c = [1]", "a, *b, c = [1]", "a, b = 5", "f(**{1: 2})", "f(**5)", "f(*5)", "f(x=1, **{'x': 2})"):
    try:
        exec(wrong, {"f": show})
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
