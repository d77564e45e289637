def make_account(balance):
    history = []

    def deposit(n):
        nonlocal balance
        if n <= 0:
            raise ValueError("deposit must be positive")
        balance += n
        history.append(("+", n))
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            return "insufficient"
        balance -= n
        history.append(("-", n))
        return balance

    return {"deposit": deposit, "withdraw": withdraw, "history": lambda: list(history)}


a, b = make_account(10), make_account(100)
print(a["deposit"](5), a["withdraw"](50), a["withdraw"](3), b["deposit"](1), a["history"](), b["history"]())
try:
    a["deposit"](0)
except ValueError as error:
    print(error)


def outer():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 1
            return x

        return inner() + inner()

    return middle(), x, [f() for f in [lambda: x, lambda: x * 10]]


print(outer())


def fibonacci():
    a, b = 0, 1

    def following():
        nonlocal a, b
        a, b = b, a + b
        return a

    return following


f = fibonacci()
print([f() for _ in range(10)])
adders = {n: (lambda n: lambda x: x + n)(n) for n in range(3)}
print([adders[n](10) for n in adders], (lambda f: f(f, 5))(lambda self, n: 1 if n == 0 else n * self(self, n - 1)))
