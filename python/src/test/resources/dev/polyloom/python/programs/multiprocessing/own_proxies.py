from multiprocessing import Process
from multiprocessing.managers import BaseManager, BaseProxy


class Account:
    def __init__(self, owner, balance=0):
        self._owner = owner
        self._balance = balance

    def balance(self):
        return self._balance

    def pay_in(self, amount, times=1):
        if amount < 0:
            raise ValueError("amount must not be negative")
        self._balance += amount * times
        return self._balance


class AccountProxy(BaseProxy):
    _exposed_ = ("balance", "pay_in")

    @property
    def balance(self):
        return self._callmethod("balance")

    def pay_in_twice(self, amount):
        return self._callmethod("pay_in", (amount,), {"times": 2})


class Bank(BaseManager):
    pass


Bank.register("account", Account, AccountProxy)


def earn(account):
    print(account.pay_in_twice(50), account.balance)


if __name__ == "__main__":
    with Bank() as bank:
        account = bank.account("Ada", balance=7)
        print(type(account).__name__, account.balance)
        child = Process(target=earn, args=(account,))
        child.start()
        child.join()
        print(account.balance)
        try:
            account._callmethod("pay_in", (-1,))
        except ValueError as e:
            print(e)
