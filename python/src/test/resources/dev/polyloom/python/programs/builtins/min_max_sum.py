print(max(3, 1, 2), min("b", "a"), max([1, 3], [1, 2, 9]), min((1, "z"), (1, "a")), max("hello"), min({3, 1}), max({"a": 1, "b": 0}), max({"a": 1, "b": 0}.items(), key=lambda kv: kv[1]))
print(max([], default=0), min([5], default=0), max(["aa", "b"], key=len), min(["aa", "b", "c"], key=len), max(1, 1.0), max(1.0, 1), max(True, 1), min(0, False))
print(sum([]), sum([1, 2], 3), sum([0.1] * 3), sum([[1], [2]], []), sum((True, True)), sum(range(5), start=10), sum(x for x in [1.5, 2]), sum({1: 2, 3: 4}), sum([(1,), (2,)], ()))
for wrong in (lambda: max(), lambda: max([]), lambda: max(5), lambda: max(1, 2, default=3), lambda: min(1, "a"), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum(5), lambda: max([1, None]), lambda: min([1, 2], key=5)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
