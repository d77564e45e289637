def fail(text):
    return (_ for _ in ()).throw(ValueError(text))


for action in (lambda: fail("at once"), lambda: (x for x in [1]).throw(KeyError, "k"), lambda: (x for x in [1]).send(1)):
    try:
        action()
    except Exception as error:
        print(repr(error))

squares = (x * x for x in range(4))
print(next(squares), squares.send(None), squares.__name__, repr(squares).split(" at ")[0])
squares.close()
print(list(squares), next(squares, "over"))

shares = (12 // x for x in (3, 0, 4))
print(next(shares))
try:
    next(shares)
except ZeroDivisionError as error:
    print(error)
print(next(shares, "over"))

pairs = ((a, b) for a in "xy" for b in range(2))
print(next(pairs))
try:
    pairs.throw(RuntimeError)
except RuntimeError as error:
    print(repr(error))
print(list(pairs))


def delegating():
    yield from (x for x in range(3))


outer = delegating()
print(next(outer))
try:
    outer.throw(LookupError("inside"))
except LookupError as error:
    print(error, list(outer))
