"""What += does to variables that threads share: nothing is lost, as in CPython."""

import threading

ROUNDS = 20000
THREADS = 4
total = 0
joined = 0


class Account:
    opened = 0

    def __init__(self):
        self.balance = 0
        self.fees = 0.0

    def deposit(self, rounds, step=1):
        for _ in range(rounds):
            self.balance += step
            self.fees = self.fees + 0.5
            Account.opened += 1


class Counting(threading.Thread):
    seen = 0

    def __init__(self, tally, slots):
        super().__init__()
        self.tally = tally
        self.slots = slots
        self.own = 0

    def run(self):
        for i in range(ROUNDS):
            self.tally["all"] += 1
            self.tally[i % 2] -= 1
            self.slots[0] += len("ab")
            self.slots[-1] |= 1
            self.own += 1
            Counting.seen += 1


def count():
    global total, joined
    for _ in range(ROUNDS):
        total += 1
        joined = joined + 2


def nonlocal_count():
    n = 0

    def work():
        nonlocal n
        for _ in range(ROUNDS):
            n += 3

    together([threading.Thread(target=work) for _ in range(THREADS)])
    return n


def together(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


together([threading.Thread(target=count) for _ in range(THREADS)])
print(total, joined)

account = Account()
together(
    [threading.Thread(target=account.deposit, args=(ROUNDS,)) for _ in range(THREADS)]
)
print(account.balance, account.fees, Account.opened)

tally = {"all": 0, 0: 0, 1: 0}
slots = [0, 0]
counters = [Counting(tally, slots) for _ in range(THREADS)]
together(counters)
print(tally, slots, [each.own for each in counters], Counting.seen)
print(nonlocal_count())


class Checked:
    def __init__(self):
        self._level = 0

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        print("level", self._level, "->", value)
        self._level = value


checked = Checked()
checked.level += 5
checked.level = checked.level * 2
names = ["a"]
same = names
names += ["b"]
names = names + ["c"]
print(names, same)


class Part:
    def __init__(self, items):
        self.items = items
        self.text = "x"


part = Part([1])
kept = part.items
part.items += [2]
part.items = part.items + [3]
part.text += "y"
part.text = part.text + "z"
print(part.items, kept, part.text)
try:
    part.missing += 1
except AttributeError as e:
    print(e)
try:
    tally["none"] += 1
except KeyError as e:
    print("KeyError", e)
try:
    total //= 0
except ZeroDivisionError as e:
    print(e)
try:
    slots[7] += 1
except IndexError as e:
    print(e)
try:
    undefined += 1
except NameError as e:
    print(e)
