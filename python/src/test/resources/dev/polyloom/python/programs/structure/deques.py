from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), list(d))
print(d.pop(), d.popleft(), d)
d.extend([7, 8])
d.extendleft([9, 10])
print(d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d[0], d[-1])
recent = deque(maxlen=3)
for i in range(6):
    recent.append(i)
print(recent, recent.maxlen, d.maxlen)
recent.appendleft("x")
print(recent)
print(deque("abc") == deque("abc"), deque([1, 2]) < deque([1, 3]), deque() == [])
e = deque([1, 2, 3, 2])
e.remove(2)
print(e, e.count(2), e.index(2), 3 in e, 5 in e)
e.insert(1, "new")
e[0] = "first"
del e[-1]
print(e)
e.reverse()
print(e, list(reversed(e)))
print(deque([1]) + deque([2]), deque([1, 2]) * 2, bool(deque()), repr(deque([], 4)))
f = e.copy()
f.clear()
print(e, f)
for action in (
    lambda: deque().pop(),
    lambda: deque().popleft(),
    lambda: deque([1])[5],
    lambda: deque([1]).remove(9),
    lambda: deque([1]).index(9),
    lambda: deque([1], maxlen=1).insert(0, 2),
    lambda: deque(maxlen=-1),
    lambda: deque(5),
    lambda: deque([1])["a"],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)


class Stack(deque):
    def push(self, item):
        self.append(item)


s = Stack([1])
s.push(2)
print(s, isinstance(s, deque))
