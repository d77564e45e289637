import copy
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None


leaf = Node("leaf", [])
root = Node("root", [leaf])
leaf.parent = root
shallow = copy.copy(root)
deep = copy.deepcopy(root)
print(shallow.children is root.children, deep.children is root.children)
print(deep.children[0].parent is deep, deep.children[0] is leaf, deep.value)
data = {"a": [1, 2, {"b": (3, [4])}], "s": {1, 2}}
one = copy.copy(data)
two = copy.deepcopy(data)
data["a"].append(9)
data["a"][2]["b"][1].append(5)
print(one, two)
shared = [1]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again)
t = (1, "a", (2, 3))
u = (1, [2])
print(copy.deepcopy(t) is t, copy.deepcopy(u) is u, copy.copy(u) is u)
for value in (deque([1, [2]], maxlen=5), defaultdict(list, {"k": [1]}), OrderedDict(a=[1]), Counter("aab"), {1, 2}, frozenset([3])):
    c = copy.deepcopy(value)
    print(c, c == value, type(c) is type(value))


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        print("copying")
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        print("deep copying", len(memo) >= 0)
        new = Custom(copy.deepcopy(self.n, memo))
        memo[id(self)] = new
        return new


c = Custom([1])
d = copy.deepcopy([c, c])
print(d[0] is d[1], d[0].n is c.n, copy.copy(Custom(1)).n)


@dataclass
class Box:
    items: list = field(default_factory=list)


b = Box([1])
b2, b3 = copy.copy(b), copy.deepcopy(b)
b.items.append(2)
print(b2, b3, copy.deepcopy(print) is print, copy.copy(5), copy.deepcopy(None))


class Sub(list):
    pass


x = Sub([1, [2]])
x.tag = "t"
y = copy.deepcopy(x)
print(y, y.tag, type(y).__name__, y[1] is x[1])


class Stateful:
    def __init__(self):
        self.keep = [1]
        self.drop = "x"

    def __getstate__(self):
        return {"keep": self.keep}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.drop = "restored"


z = copy.deepcopy(Stateful())
print(z.keep, z.drop)
