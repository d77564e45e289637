"""What a process changes is seen by no other: attributes of classes, closures, defaults, library."""
import array
import collections
import enum
import functools
import io
import itertools
import multiprocessing
import random
import types


class Color(enum.Enum):
    RED = 1
    BLUE = 2


favourite = Color.RED


class Base:
    total = 0
    items = []
    registry = {}

    def __init_subclass__(cls, **kwargs):
        Base.registry[cls.__name__] = []

    @classmethod
    def bump(cls):
        cls.total += 1
        cls.items.append(cls.total)
        cls.fresh = True

    @staticmethod
    def note(key):
        Base.registry["Derived"].append(key)


class Derived(Base):
    own = []


class Meta(type):
    made = []

    def __call__(cls, *args):
        Meta.made.append(cls.__name__)
        return super().__call__(*args)


class Singleton(metaclass=Meta):
    _instance = None
    uses = 0

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


class Point:
    def __init__(self):
        self.v = 1

    @property
    def x(self):
        return self.v

    def name(self):
        return "point"

    class Inner:
        depth = [1]


def counter(base, holder):
    n = 0
    log = []

    def count():
        nonlocal n
        n += 1
        log.append(n)
        base.append(n)
        holder.v += 1
        return n, log, base, holder.v

    return count


def local():
    class Local:
        shared = {"a": 1}

    def get():
        Local.shared["b"] = len(Local.shared)
        return Local.shared

    return get


count = counter([0], Point())
get = local()
double = [lambda: log.append(1) or len(log) for log in ([], [])]


def gather(x, seen=[], *, named={}):
    seen.append(x)
    named[x] = len(seen)
    return len(seen), len(named)


def counted(function):
    @functools.wraps(function)
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)

    wrapper.calls = 0
    return wrapper


@counted
def add(a, b):
    return a + b


def tagged():
    pass


tagged.tags = []


@functools.lru_cache
def square(x):
    return x * x


queue = collections.deque([1], maxlen=3)
text = io.StringIO()
data = io.BytesIO(b"abc")
ids = itertools.count(5)
space = types.SimpleNamespace(x=1, parts=[])
numbers = array.array("i", [1])
raw = bytearray(b"a")
words = collections.Counter()
groups = collections.defaultdict(list)
ordered = collections.OrderedDict(a=1)
push = functools.partial(lambda l, x: l.append(x) or len(l), [])
own = random.Random(3)


def state():
    return (
        [Base.total, Base.items, Base.registry, hasattr(Base, "fresh"), Derived.total, Derived.own],
        [hasattr(Derived, "fresh"), Meta.made, Singleton.uses, Singleton() is Singleton()],
        [Point().x, Point().name(), Point.Inner.depth, hasattr(Point, "y"), Point().v],
        [count(), get(), [each() for each in double], gather(0), add.calls, tagged.tags],
        [hasattr(tagged, "fresh"), list(queue), text.getvalue(), data.read(1), next(ids), space],
        [numbers, raw, words, dict(groups), ordered, push(1), own.random(), square.cache_info()],
    )


def change(key):
    Base.bump()
    Derived.bump()
    Derived.own.append(key)
    Base.note(key)
    Singleton().uses += 1
    Singleton.uses += 1
    Point.Inner.depth.append(key)
    count()
    get()
    gather(key)
    add(1, key)
    tagged.tags.append(key)
    tagged.fresh = 1
    queue.append(key)
    text.write("x")
    data.read(1)
    next(ids)
    space.x += 1
    space.parts.append(key)
    numbers.append(key)
    raw.append(65)
    words["a"] += 1
    groups["a"].append(key)
    ordered["b"] = 1
    push(1)
    own.random()
    random.random()
    square(key)
    Point.x = property(lambda self: -1)
    Point.name = lambda self: "changed"
    Point.y = 1


def is_red(color):
    return color is Color.RED, favourite is Color.RED, color is Color(color.value)


def work(key):
    change(key)
    print(is_red(Color.RED))
    print("process", key)
    for each in state():
        print(" ", each)
    if key:
        child = multiprocessing.Process(target=work, args=(0,))
        child.start()
        child.join()
        print(" ", Base.total, count()[0], Point().name())


def sent(values):
    for each in values:
        if isinstance(each, (collections.deque, bytearray, array.array)):
            each.append(7)
        elif isinstance(each, collections.defaultdict):
            each["new"].append(7)
        elif isinstance(each, types.SimpleNamespace):
            each.x = 7
    return values


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    random.seed(5)
    expected = random.Random(5).random()
    for each in state():
        print(each)
    for key in range(2):
        process = multiprocessing.Process(target=work, args=(key,))
        process.start()
        process.join()
        Base.total += 10
        print("parent")
        for each in state():
            print(" ", each)
    print(random.random() == expected)
    with multiprocessing.Pool(1) as pool:
        print(pool.map(gather, [1, 2, 3]), pool.apply(add, (1, 2)), add.calls, gather(0))
        print(pool.map(is_red, list(Color)), pool.apply(Color, (1,)) is Color.RED)
        values = [queue, raw, numbers, groups, space, words]
        print(pool.apply(sent, (values,)))
        print(values)
        print(pool.apply(sent, (values,))[3]["more"])
    Point.name = lambda self: "changed here"
    print(Point().name(), Base.total, count())
