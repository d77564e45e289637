import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Guarded:
    def __init__(self):
        self.value, self.cache = 1, "big"

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.__dict__ = {**state, "cache": None}


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


for value in (1, 2.5, "é", None, True, [1, [2]], (1,), {"k": {1, 2}}, b"x", 10**30, Point(1, 2), range(3), 1j):
    assert pickle.loads(pickle.dumps(value)) == value, value
print("all equal", vars(pickle.loads(pickle.dumps(Guarded()))), pickle.loads(pickle.dumps(Reduced(1))).n, pickle.loads(pickle.dumps(Point)) is Point, pickle.loads(pickle.dumps(len)) is len)
a = [1]
b = pickle.loads(pickle.dumps([a, a]))
print(b[0] is b[1], b[0] is a)
for wrong in (lambda: 0, (i for i in [])):
    try:
        pickle.dumps(wrong)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        print(type(error).__name__)
try:
    pickle.loads(b"")
except EOFError as error:
    print(error)
