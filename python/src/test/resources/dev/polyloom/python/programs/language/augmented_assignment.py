class Money:
    def __init__(self, amount):
        self.amount = amount

    def __iadd__(self, other):
        self.amount += other
        return self

    def __sub__(self, other):
        return Money(self.amount - other)

    def __imatmul__(self, other):
        return f"matmul {other}"

    def __repr__(self):
        return f"Money({self.amount})"


m = same = Money(5)
m += 10
print(m, m is same)
m -= 3
print(m, same)
m @= 4
print(m)
x = 7
x //= 2
print(x)
x **= 5
print(x)
x %= 100
x <<= 3
print(x)
x >>= 1
x |= 1
x ^= 0xFF
x &= ~2
print(x)
x /= 4
print(x)
a = b = [1]
a += (2, 3)
print(b, a is b)
a = a + [4]
print(b, a)
a *= 2
print(a)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error)
print(t)
s = {1, 2, 3}
s -= {1}
s |= {9}
s &= {2, 9}
s ^= {2, 4}
print(sorted(s))
d = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(d, d | {"a": 0})
text = "ab"
text += "c"
text *= 2
text %= ()
print(text)
calls = []


def index():
    calls.append("index")
    return 0


values = [1]
values[index()] += 10
print(values, calls)
for statement in ("x = 1; x += 'a'", "y = 'a'; y += 1", "z = [1]; z += 5", "w = None; w -= 1", "v = {1}; v |= [2]"):
    try:
        exec(statement, {})
    except TypeError as error:
        print(error)
