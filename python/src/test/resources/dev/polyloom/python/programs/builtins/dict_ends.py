from collections import OrderedDict

table = {n: n * n for n in range(1000)}
while len(table) > 990:
    print(table.popitem(), end=" ")
print()
for n in range(0, 900):
    del table[n]
print(next(iter(table)), list(table.items())[-1], len(table))
while table:
    oldest = next(iter(table))
    newest = table.popitem()
    if oldest != newest[0]:
        del table[oldest]
print(table, list(table))
try:
    table.popitem()
except KeyError as e:
    print(e)
table["a"] = 1
table["b"] = 2
del table["a"]
table["a"] = 3
print(table, list(reversed(table)), table.popitem(), table)

ordered = OrderedDict((n, str(n)) for n in range(6))
ordered.move_to_end(0)
ordered.move_to_end(4, last=False)
print(ordered)
print(ordered.popitem(last=False), ordered.popitem(), ordered)
ordered[9] = "nine"
print(next(iter(ordered)), next(reversed(ordered)), len(ordered))

recent = OrderedDict()
for n in [1, 2, 3, 1, 4, 5, 2, 6]:
    if n in recent:
        recent.move_to_end(n)
    recent[n] = n * 10
    if len(recent) > 3:
        print("out", recent.popitem(last=False), end="; ")
print(dict(recent))

many = {}
for n in range(40000):
    many[str(n)] = n
    if n % 2:
        many.popitem()
for n in range(0, 30000, 2):
    del many[str(n)]
print(len(many), next(iter(many)), many.popitem())

from collections import OrderedDict
for empty in (lambda d: d.popitem(), lambda d: d.popitem(last=False), lambda d: d.pop(next(iter(d)))):
    for last in (True, False):
        refilled = OrderedDict(a=1, b=2, c=3)
        while refilled:
            empty(refilled)
        refilled["x"] = 1
        refilled["y"] = 2
        print(refilled.popitem(last), list(refilled), refilled.popitem(last))
