def count(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
        return "done"
    finally:
        print("closed")


def chain(*sources):
    for source in sources:
        result = yield from source
        print("result", result)


g = count(3)
print(next(g), g.send("hi"))
g.close()
print(list(chain(count(2), count(1))))
print(sum(x * x for x in range(10) if x % 2), {x: y for x, y in zip("ab", (1, 2))})
print([[i * j for j in range(3)] for i in range(3)])
print([h() for h in [lambda: i for i in range(3)]])
