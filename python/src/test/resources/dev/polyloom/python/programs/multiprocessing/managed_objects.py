"""Objects of the program's own classes that a manager keeps for all processes."""

from multiprocessing import Process
from multiprocessing.managers import BaseManager, SyncManager


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("not enough")
        self.balance -= amount

    def get(self):
        return self.balance

    def _hidden(self):
        return "hidden"


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


class Everything(SyncManager):
    pass


Everything.register("Account", callable=Account, exposed=["get"])


def save(account, amount):
    for _ in range(10):
        account.deposit(amount)


if __name__ == "__main__":
    with Bank() as bank:
        account = bank.Account("Ann", balance=5)
        savers = [Process(target=save, args=(account, 2)) for _ in range(3)]
        for saver in savers:
            saver.start()
            saver.join()
        print(account.get(), account.deposit(1))
        try:
            account.withdraw(1000)
        except ValueError as error:
            print(error)
        print(hasattr(account, "_hidden"), hasattr(account, "deposit"))
    unstarted = Bank()
    try:
        unstarted.Account("Bob")
    except AssertionError as error:
        print(error)
    manager = Everything()
    manager.start()
    shared = manager.dict(a=1)
    shared["b"] = manager.list([1])
    other = manager.Account("Cid")
    print(shared["a"], list(shared["b"]), other.get(), hasattr(other, "deposit"))
    manager.shutdown()
