names, marks = ["Ann", "Bob", "Cid"], [90, 72]
for i, (name, mark) in enumerate(zip(names, marks), start=1):
    print(f"{i}. {name:<5}{mark:>4}")
print(list(zip(names, marks, strict=False)), dict(zip(names, range(3))), list(zip(*[(1, "a"), (2, "b")])), list(enumerate("ab", -1)))
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it), list(zip(range(2), it)), list(enumerate([])), next(enumerate("z")))
for wrong in (lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1, 2], [1], strict=True)), lambda: list(zip([1], 5)), lambda: enumerate(5)):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(error)
