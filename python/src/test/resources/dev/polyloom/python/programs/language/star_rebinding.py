# Names whose type is known until an import with a star gives them another value.
from star_names import *

n = 3
print(n + 1, pow(2, 3), len_of("abc"))
from star_names import *

print(n, n.upper())


def f():
    return n


print(f())
for i in range(3):
    pass
print(i)
