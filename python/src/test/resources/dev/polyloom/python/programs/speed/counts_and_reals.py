# Numbers in lists and dicts that are added to, words of long text, and functions of math.
import math
import random
import threading

words = ("one two three two one zwölf " * 400).split()
print(len(words), words[:6], words[0] == words[4], len(set(words)))


def count(out, name):
    counts = {}
    slots = [0] * 3
    mixed = {1: "a", "x": [1], 2.0: 1.5, True: "b"}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
        slots[len(word) % 3] += 2
        slots[-1] -= 1
    mixed[1] += "c"
    mixed["x"] += [2]
    mixed[2.0] *= 2
    mixed[2] /= 4
    try:
        counts["none"] += 1
    except KeyError as e:
        slots.append(repr(e))
    try:
        slots[9] += 1
    except IndexError as e:
        slots.append(str(e))
    out[name] = (counts, slots, mixed)


out = {}
threads = [threading.Thread(target=count, args=(out, k)) for k in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out[0], out[0] == out[1])

shared = {"n": 0, "f": 0.0}
cells = [0, 0.0]


def add():
    for i in range(2000):
        shared["n"] += 1
        shared["f"] += 0.5
        cells[0] += 1
        cells[-1] += 0.25


threads = [threading.Thread(target=add) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(shared, cells)


def real(values):
    return [math.sqrt(v) for v in values]


print(real([4, 2.25, 0, 10**400 // 10**399, True]), math.sqrt(17), math.fabs(-3))
x = 2
total = 0.0
for k in range(5):
    total += math.sin(k) * math.cos(x) + math.exp(-k) + math.atan(k)
print(total)
for wrong in (-1, "a", -2.5, 10**400, None):
    try:
        print(math.sqrt(wrong))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    math.exp(1000)
except OverflowError as e:
    print(e)
print([math.isqrt(n) for n in (0, 1, 15, 16, 2**52 - 1, 2**52, 2**53 - 1, 10**18, 10**30)])

random.seed(7)
first = [random.random() for _ in range(3)] + [random.randint(1, 6) for _ in range(5)]
random.seed(7)
print(first == [random.random() for _ in range(3)] + [random.randint(1, 6) for _ in range(5)], first)
random.seed()
state = random.getstate()
drawn = [random.random(), random.randrange(100)]
random.setstate(state)
print(drawn == [random.random(), random.randrange(100)])
random.seed(3)
found = []
t = threading.Thread(target=lambda: found.append(random.random()))
t.start()
t.join()
print(found, random.random())
other = random.Random()
print(0 <= other.random() < 1, other.random() != other.random())
