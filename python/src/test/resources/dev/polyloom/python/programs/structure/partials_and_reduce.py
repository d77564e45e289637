import functools
import operator

add = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=5)
print(add(2), add(2, c=9), add.args, add.keywords, functools.partial(add, 7)())
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: a + b, ["x", "y"], "start"), functools.reduce(max, [], None))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    kill = functools.partialmethod(set_state, False)
    born = functools.partialmethod(set_state, state=True)


c = Cell()
c.born()
print(c.alive)
c.kill()
print(c.alive)


@functools.total_ordering
class Version:
    def __init__(self, *n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1, 2) >= Version(1, 1), Version(1) <= Version(0), Version(1) > Version(1), Version(2) != Version(2))
words = ["bb", "a", "ccc"]
print(sorted(words, key=functools.cmp_to_key(lambda x, y: len(y) - len(x))))


@functools.singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "sequence " + ",".join(map(show, x))


print(show(1), show("s"), show([1, "a"]), show((True,)), show.dispatch(bool) is show.dispatch(int), list in show.registry)


class Negate:
    @functools.singledispatchmethod
    def neg(self, x):
        raise NotImplementedError(f"cannot negate {x!r}")

    @neg.register
    def _(self, x: int):
        return -x

    @neg.register
    def _(self, x: bool):
        return not x


print(Negate().neg(5), Negate().neg(True))
try:
    Negate().neg("s")
except NotImplementedError as error:
    print(error)
