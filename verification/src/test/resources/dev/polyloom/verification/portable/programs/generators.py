from contextlib import contextmanager


def countdown(n):
    while n > 0:
        got = yield n
        n -= got or 1


def flat(tree):
    for each in tree:
        if isinstance(each, list):
            yield from flat(each)
        else:
            yield each


def averages():
    total, count, mean = 0, 0, None
    try:
        while True:
            total += yield mean
            count += 1
            mean = total / count
    finally:
        print("closed after", count)


def depth(n):
    try:
        with tag(f"level{n}"):
            if n:
                yield from depth(n - 1)
            yield n
    except ValueError as e:
        yield f"caught {e}"


@contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name
    finally:
        print("</" + name + ">")


down = countdown(9)
print(next(down), down.send(4), list(down))
print(list(flat([1, [2, [3, [4]], 5], []])))
mean = averages()
next(mean)
print([mean.send(x) for x in (10, 20, 40)])
mean.close()
print(list(depth(2)))
deep = depth(0)
print(next(deep), deep.throw(ValueError("thrown")))
print(sum(x * x for x in range(10) if x % 2), {c: i for i, c in enumerate("abc")})
