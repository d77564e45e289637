import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.links = []

    def __repr__(self):
        return f"Node({self.value}, {len(self.links)})"


a = Node([1])
a.links.append(a)
shallow, deep = copy.copy(a), copy.deepcopy(a)
print(shallow.value is a.value, shallow.links is a.links, deep.value is a.value, deep.links[0] is deep, deep)
x = [[1, 2]] * 2
y = copy.deepcopy(x)
y[0].append(3)
print(x, y, y[0] is y[1])


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return f"deep {type(memo).__name__}"


print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy([Custom()]))
t = (1, "a", (2,))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [2])) == (1, [2]), copy.copy({1: [2]}), copy.deepcopy({"k": {1, 2}}))
print(copy.copy(len) is len, copy.deepcopy(Node) is Node, copy.copy(None), copy.deepcopy(range(3)))


class State:
    def __init__(self):
        self.a, self.secret = 1, "s"

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


s = copy.copy(State())
print(s.__dict__)


class Slotted:
    __slots__ = ("p", "q")


s = Slotted()
s.p = [1]
d = copy.deepcopy(s)
print(d.p, d.p is s.p, hasattr(d, "q"))
import threading
try:
    copy.deepcopy(threading.Lock())
except TypeError as error:
    print(error)
