import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.sub(5, 3), operator.mul("a", 3), operator.truediv(1, 4), operator.floordiv(7, 2))
print(operator.mod(7, 3), operator.pow(2, 8), operator.neg(3), operator.pos(-1), operator.invert(5), operator.abs(-2))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq("a", "b"), operator.ne(1, 2), operator.ge(1, 2), operator.gt(3, 2))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.not_([]), operator.truth([1]), operator.is_(None, None), operator.is_not(1, None))
print(operator.concat([1], [2]), operator.contains([1, 2], 2), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"))
row = [3, 1, 2]
operator.setitem(row, 0, 9)
operator.delitem(row, 1)
print(row, operator.getitem(row, 0), operator.length_hint([1, 2]), operator.index(True))
row = operator.iadd(row, [5])
print(row, operator.__add__(1, 1), operator.iconcat([1], [2]), operator.imul(3, 4))
data = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(data, key=itemgetter(1)), max(data, key=itemgetter(0)), itemgetter(0, 1)(data), itemgetter("k")({"k": "v"}))
print(itemgetter(slice(1))("abc"), itemgetter(1, 2), attrgetter("a.b"), methodcaller("upper"))


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent

    def label(self, prefix, end="."):
        return prefix + self.name + end


child = Node("child", Node("root"))
print(attrgetter("name")(child), attrgetter("parent.name")(child), attrgetter("name", "parent.name")(child))
print(methodcaller("label", "<", end=">")(child), methodcaller("split", ",")("a,b"))
for action in (
    lambda: itemgetter(),
    lambda: itemgetter(5)([1]),
    lambda: attrgetter("nope")(child),
    lambda: attrgetter(1),
    lambda: operator.indexOf([1], 2),
    lambda: operator.add(1),
    lambda: operator.concat(1, 2),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
