from collections import Counter

c = Counter("mississippi")
print(c, c.most_common(2), c.most_common(), c["z"], c.total(), sorted(c.elements()))
c.update("miss")
c.subtract({"s": 10, "q": 1})
print(c, +c, -c, list(c.keys()))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1)
print(a + b, a - b, a & b, a | b, a == b, a <= b, Counter(a=1) <= a, Counter(a=0) == Counter())
a += b
print(a, dict(a), Counter([1, 1, 2]).most_common(1), Counter({"x": 0, "y": -1}), Counter())
del a["a"]
del a["not there"]
print(a, "a" in a, max(a, key=a.get), sum(a.values()), a.pop("b"), a.get("zz"))
words = "the cat and the hat and the bat".split()
for word, n in Counter(words).most_common(3):
    print(f"{word:>5} {n}")
print(Counter(map(len, words)), Counter(x % 3 for x in range(10)), Counter("ab") + Counter("bc"))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
