class Pizza:
    count = 0

    def __init__(self, *toppings):
        self.toppings = toppings
        type(self).count += 1

    @classmethod
    def margherita(cls):
        return cls("cheese", "tomato")

    @staticmethod
    def area(r):
        return round(3.14159 * r * r, 2)

    def __repr__(self):
        return f"{type(self).__name__}{self.toppings}"


class Calzone(Pizza):
    count = 0


print(Pizza.margherita(), Calzone.margherita(), Pizza("ham").margherita(), Pizza.count, Calzone.count)
print(Pizza.area(2), Pizza().area(1), Pizza.__dict__["area"].__func__(1), Calzone.margherita.__self__.__name__, Pizza.margherita.__func__(Calzone))
method = Pizza("x").__repr__
print(method(), method.__self__.toppings, Pizza.__repr__(Calzone("y")), method.__name__, Pizza.area.__qualname__)
Pizza.slices = lambda self, n=8: n * len(self.toppings)
print(Pizza(1, 2).slices(), Calzone(1).slices(n=4))
try:
    Pizza.slices()
except TypeError as error:
    print(error)
