def averager():
    total = count = 0
    while (x := (yield total / count if count else None)) is not None:
        total, count = total + x, count + 1
    return count, total


def grouped(results, key):
    results[key] = yield from averager()


results = {}
for key, values in {"a": [1, 2, 3], "b": [10]}.items():
    g = grouped(results, key)
    next(g)
    print([g.send(v) for v in values])
    try:
        g.send(None)
    except StopIteration as stop:
        print(stop.value)
print(results)


def inner():
    try:
        yield 1
        yield 2
    except KeyError:
        yield "inner caught"
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    except ValueError as error:
        yield f"outer caught {error}"
    yield from [10, 20]
    yield from "xy"
    return "end"


g = outer()
print(next(g), g.throw(KeyError()), list(g))
g = outer()
print(next(g), g.throw(ValueError("v")), next(g))
g.close()
g = outer()
next(g)
g.close()


def walk(tree):
    match tree:
        case (left, value, right):
            yield from walk(left)
            yield value
            yield from walk(right)


print(list(walk(((None, 1, None), 2, (None, 3, (None, 4, None))))), sum(walk((None, 5, None))))
