# Ranges beyond 64 bits, slices of long sequences, and what counts as an index.


def show(name, action):
    try:
        print(name, repr(action()))
    except Exception as error:
        print(name, type(error).__name__, error)


start = 10**20
far = range(start, start + 5)
show("range", lambda: far)
show("items", lambda: (len(far), far[1], far[-1], far[1:3], list(far)))
show("contains", lambda: (start + 4 in far, start + 5 in far, far.index(start + 2), far.count(start)))
show("reversed", lambda: list(reversed(far)))
show("equal", lambda: (far == range(start, start + 5), hash(far) == hash(range(start, start + 5))))
show("length", lambda: len(range(10**30)))
show("slice", lambda: range(10**30)[5 : 10**29 : 3])
show("truth", lambda: (bool(range(10**30)), bool(range(0))))
show("across", lambda: list(range(2**63 - 3, 2**63 + 2, 2)))
show("down", lambda: list(range(-(2**63) + 1, -(2**63) - 2, -1)))
show("sum", lambda: sum(range(2**64, 2**64 + 3)))
show("no item", lambda: far[5])
show("no value", lambda: far.index(3))
show("no step", lambda: range(1, 2, 0))
show("near", lambda: (range(5)[::-1], range(0, 10, 3)[1:], range(10)[::-2], range(3, 3)[::-1]))
show("near lists", lambda: (list(range(10)[-3:]), list(reversed(range(0))), list(reversed(range(7, 0, -3)))))
show("other", lambda: (2.0 in range(3), 2.5 in range(3), "a" in range(3), True in range(3), None in range(3)))
show("float", lambda: float("inf") in range(3))
show("text", lambda: range(3).index("a"))


class Three:
    def __eq__(self, other):
        return other == 3


class Small(int):
    pass


show("own", lambda: (Three() in range(5), Three() in range(2), range(5).index(Three()), Small(3) in range(5)))
show("own range", lambda: range(Small(3)))

show("indices", lambda: slice(None, None, -1).indices(2**70))
show("some", lambda: (slice(1, 5).indices(3), slice(-3, None, 2).indices(10), slice(None, -20, -1).indices(10)))
show("negative", lambda: slice(1).indices(-1))
show("zero", lambda: slice(1, 2, 0).indices(3))


class Half:
    def __index__(self):
        return 0.5


show("half", lambda: [1, 2][Half()])
show("half slice", lambda: (1, 2)[Half() :])
show("half range", lambda: range(3)[Half()])
show("half times", lambda: "ab" * Half())
show("own slice", lambda: ([1, 2, 3, 4][Small(1) : Small(3)], "abcd"[:: Small(2)], (1, 2, 3)[Small(-2) :], range(9)[Small(2) :]))
show("true slice", lambda: "abc"[True:])
