late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = counter(5)
other, _ = counter(100)
print(step(), step(10), peek(), other())


def outer():
    x = "outer"

    class Inner:
        x = "class"
        seen = x

        def method(self):
            return x

    return Inner().method(), Inner.seen, Inner.x


print(outer())
x = "global"


def shadow():
    def inner():
        global x
        x = "changed"

    inner()
    return x


print(shadow(), x)


def unbound(flag):
    if flag:
        local = 1
    return local


def free():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(error)
    later = 3
    return use()


print(unbound(True), free())
try:
    unbound(False)
except UnboundLocalError as error:
    print(error)
try:
    missing_name
except NameError as error:
    print(error, error.name)
