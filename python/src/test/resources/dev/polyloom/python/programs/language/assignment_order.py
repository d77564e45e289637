class Buffer:
    def __init__(self):
        self.items = [None] * 4
        self.count = 0
        self.memo = {}

    def next(self):
        self.count += 1
        return "item %d" % self.count

    def fresh(self):
        self.memo = {"fresh": True}
        return 1

    def fill(self):
        self.items[self.count] = self.next()
        self.items[self.count] = self.next()
        self.memo["last"] = self.fresh()


buffer = Buffer()
buffer.fill()
print(buffer.items, buffer.count, buffer.memo)


class Holder:
    pass


holder = Holder()
first = holder


def renewed():
    global holder
    holder = Holder()
    return "value"


holder.mark = renewed()
print(hasattr(first, "mark"), holder.mark)

place = 0
row = [0, 0, 0]


def moved():
    global place
    place += 1
    return place


row[place] = moved()
row[place] = row[place - 1] = moved()
print(row, place)


def told(text, value):
    print(text, end=" ")
    return value


told("object", holder).x = told("value", 1)
print()
told("list", row)[told("key", 0)] = told("value", 1)
print()
told("object", holder).x += told("value", 1)
print()


def cells():
    at = 0

    def step():
        nonlocal at
        at += 1
        return at

    found = {}
    found[at] = step()
    found[at] = step()
    return found


print(cells())
try:
    (1 / 0).x = int("no")
except Exception as e:
    print(type(e).__name__)
