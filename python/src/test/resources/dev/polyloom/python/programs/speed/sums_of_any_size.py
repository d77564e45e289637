# Ints and text that are added to a variable again and again, read in between and at the end.
import threading

LARGE = 2**62


def squares(n):
    total = 0
    for i in range(n):
        total += i * i * LARGE
    return total


def down(n):
    total = 5
    for i in range(n):
        total += -i * LARGE
        if i % 3 == 0:
            total = total // 2
    return total


def up_and_down(values):
    total = 0
    seen = []
    for v in values:
        total += v
        seen.append(total)
    return total, seen


def unbound(n):
    for i in range(n):
        total += i * LARGE * LARGE
    return total


def steps(a, b):
    total = 1
    for i in range(a, b):
        total += LARGE * i
        total *= 3
        total -= i
    return total


print(squares(10), squares(0), type(squares(0)))
print(down(20))
print(up_and_down([2**63 - 1, 1, -1, 2**63 - 1, -(2**63), -(2**63), -(2**63), 2**64, True]))
print(up_and_down([1, 2.5, 3]))
print(steps(-3, 6))
try:
    print(unbound(3))
except UnboundLocalError as e:
    print(e)

print(sum(i * i for i in range(3_100_000)))
print(sum(i * LARGE for i in range(-5, 5)), sum(x for x in range(7) if x % 2))
print(sum(x * 2**61 for x in [1, 2, 3, 4, 5, -20]))

results = {}


def work(name, n):
    total = 0
    for i in range(n):
        total += i * LARGE
    results[name] = total


threads = [threading.Thread(target=work, args=(f"t{k}", 1000 + k)) for k in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))


def unset(n):
    total = 0
    for i in range(n):
        total += i * i * LARGE
    print(total, locals()["total"])
    del total
    try:
        print(total)
    except UnboundLocalError as e:
        print(e)
    total = ""
    for i in range(3):
        total += "x"
    try:
        raise ValueError(total)
    except ValueError as total:
        print(total)
    try:
        total += "y"
    except UnboundLocalError as e:
        print(e)
    for total in (1, 2):
        total += 1
    match [1, 2]:
        case [_, total]:
            print(total)
    if (total := 7) > 3:
        return total


class Half(float):
    def __add__(self, other):
        return Half(float(self) + float(other) / 2)


def dot(a, b, start):
    s = 0
    t = 0.5
    u = start
    for x, y in zip(a, b):
        s += x * y
        t += x
        u += y
    return s, t, u


def kept(n):
    total = 0
    for i in range(n):
        total += i * LARGE
        yield total
    total -= 1
    yield total


def row_sums(rows):
    sums = []
    for row in rows:
        s = 0
        for value in row:
            s += value
        sums.append(s)
    return sums


print(unset(4))
print(dot([1, 2.5, 3], [2, 2, 2**70], 1), dot([True, 2], [0.1, 0.2], Half(1)), dot([], [], "a"))
print(dot([float("inf"), 1], [-0.0, 0.0], -0.0), dot([0.1] * 10, [1] * 10, 0.1))
try:
    print(dot([1, "a"], [1, 2], 0))
except TypeError as e:
    print(e)
print(list(kept(4)))
print(row_sums([[1, 2, 3], [0.1, 0.2, 0.3], [2**63, -1, 2**63], [True, True], []]))
