def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def f(a, b=2, *args, k=1, **kw):
    return a, b, args, k, kw


def outer():
    count = 0

    def inner():
        nonlocal count
        count += 1
        return count

    return inner


print(fib(100), [fib(i) for i in range(10)])
print(f(1, 2, 3, k=4, z=5), f(*[1], **{"k": 9}))
step = outer()
step()
print(step())
print(sorted("hello", key=lambda c: -ord(c)))
for call in (lambda: f(), lambda: f(1, a=2), lambda: fib(1, 2), lambda: fib(m=1)):
    try:
        call()
    except TypeError as e:
        print(e)
