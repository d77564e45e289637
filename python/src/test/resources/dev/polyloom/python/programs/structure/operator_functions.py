import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(-7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-1), op.inv(5))
print(op.eq(1, 1.0), op.ne(1, 2), op.lt("a", "b"), op.ge(2, 2), op.is_(None, None), op.is_not(1, None), op.not_([]), op.truth("x"))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf([5, 6], 6))
d = {"a": 1}
op.setitem(d, "b", 2)
op.delitem(d, "a")
print(d, op.getitem([1, 2, 3], slice(1, None)), op.length_hint([1, 2]), op.index(True), op.abs(-2), op.matmul if False else "matmul")
rows = [{"n": "x", "v": 2}, {"n": "y", "v": 1}]
print(sorted(rows, key=op.itemgetter("v")), op.itemgetter(1, -1)("abc"), op.itemgetter(slice(2))("abc"))


class P:
    def __init__(self, x, inner=None):
        self.x, self.inner = x, inner

    def add(self, n, *, times=1):
        return (self.x + n) * times


p = P(1, P(2))
print(op.attrgetter("x")(p), op.attrgetter("inner.x", "x")(p), op.methodcaller("add", 5, times=2)(p), op.methodcaller("upper")("a"))
x = [1]
y = op.iadd(x, [2])
print(x is y, x, op.iconcat([1], [3]), op.ior(4, 1), op.imul(2, 3), op.call(len, "abc"))
for wrong in (lambda: op.add(1, "a"), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter("nope")(p), lambda: op.index(1.5), lambda: op.indexOf([1], 2), lambda: op.methodcaller(), lambda: op.itemgetter()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
