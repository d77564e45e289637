# super().method(…) again and again, while classes and objects change.
import threading


class Base:
    def name(self, *more):
        return ("base",) + more

    @classmethod
    def made(cls, n=1):
        return cls.__name__ * n

    @property
    def size(self):
        return 1


class Left(Base):
    def name(self, *more):
        return ("left",) + super().name(*more)


class Right(Base):
    def name(self, *more):
        return ("right",) + super().name(1)

    @classmethod
    def made(cls, n=1):
        return "r" + super().made(n)


class Both(Left, Right):
    def name(self):
        return ("both",) + super().name()

    def grow(self):
        return super().size + 1

    def lost(self):
        return super().missing(1)


objects = [Left(), Right(), Both(), Left()]
for o in objects * 2:
    print(o.name())
print(Both.made(), Right().made(2), Both().grow())
try:
    Both().lost()
except AttributeError as e:
    print(e)

Base.name = lambda self, *more: ("new",) + more
for o in objects:
    print(o.name())
Right.name = lambda self, *more: ("replaced", type(self).__name__)
print(Both().name())
del Right.name
print(Both().name())
Left.__bases__


class Callable:
    def __call__(self, *args):
        return ("called", len(args))


Base.name = Callable()
print(Left().name(1, 2))


class Odd(Base):
    def name(self):
        self = 5
        return super().name()


try:
    print(Odd().name())
except TypeError as e:
    print(e)


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance


class Logged(Account):
    def __init__(self, balance):
        super().__init__(balance)
        self.count = 0

    def deposit(self, amount):
        self.count += 1
        return super().deposit(amount)


class Worker(threading.Thread):
    def __init__(self, account, n):
        super().__init__(name="worker")
        self.account = account
        self.n = n
        self.total = 0.0

    def run(self):
        for i in range(self.n):
            self.total += 0.5
            self.account.deposit(i)


account = Logged(10)
workers = [Worker(account, 1000) for _ in range(2)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(account.balance, account.count, [w.total for w in workers], [w.name for w in workers])
