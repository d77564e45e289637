class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have


class Account:
    rate = 0.02

    def __init__(self, owner, balance=0.0):
        self.owner, self._balance, self.log = owner, balance, []

    @property
    def balance(self):
        return round(self._balance, 2)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.log.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self.balance)
        self._balance -= amount
        self.log.append(("withdraw", amount))

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    rate = 0.05

    def interest(self):
        self.deposit(self._balance * self.rate)


a, s = Account("Ann", 10), Savings("Bob", 100)
s.interest()
for action, amount in ((a.withdraw, 50), (a.deposit, -1), (a.deposit, 5.255), (s.withdraw, 5)):
    try:
        action(amount)
    except (InsufficientFunds, ValueError) as error:
        print(type(error).__name__, error)
print(a, s, s.log, sorted([a, s], key=lambda x: x.balance)[0].owner)
