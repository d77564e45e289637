import builtins
import sys

counter = 0


def bump():
    global counter, created
    counter += 1
    created = "made in a function"


bump()
bump()
print(counter, created, "counter" in globals(), globals()["counter"])
print(__name__, __doc__, type(__builtins__).__name__)


def local_names(a, b=2):
    c = a + b
    return sorted(locals().items())


print(local_names(1))
len_kept = len
len = lambda x: "shadowed"
print(len([1]), builtins.len([1]), len_kept("ab"))
del len
print(len("abc"))
x = 1
del x
try:
    x
except NameError as error:
    print(error)


def maker():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(maker())


class Scope:
    x = 5
    y = x + 1

    def read(self):
        return "x" in dir(self), Scope.x, self.y

    for i in range(2):
        last = i
    del i


print(Scope().read(), Scope.last, hasattr(Scope, "i"))
if True:
    inside = "if makes no scope"
for loop in range(2):
    pass
print(inside, loop)
try:
    raise ValueError
except ValueError as caught:
    pass
print("caught" in globals())
assert True, "never shown"
print(__debug__, ... is Ellipsis, NotImplemented is NotImplemented)
_, __, ___ = 1, 2, 3
print(_ + __ + ___)
été = "names may have accents"
print(été)
a = b = c = 5
a, b = b + 1, a - 1
print(a, b, c)
lambda_with_default = lambda n=(yes := 10): n
print(lambda_with_default(), yes)
print(sys.modules["__main__"].counter, __file__.endswith("global_names.py"))
