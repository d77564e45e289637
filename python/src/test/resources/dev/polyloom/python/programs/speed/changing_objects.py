"""Attributes, methods and functions of modules that change while they are used."""

import math
import threading


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size


class Square(Shape):
    def area(self):
        return super().area() * self.size


class Disc(Shape):
    unit = 3

    def area(self):
        return self.unit * self.size


def areas(shapes, rounds):
    total = 0
    for _ in range(rounds):
        for shape in shapes:
            total += shape.area() + shape.size
    return total


def change(kind, name, value):
    setattr(kind, name, value)


shapes = [Shape(1), Square(2), Disc(3)]
print(areas(shapes, 2000))
change(type(shapes[1]), "area", lambda self: 100)
print(areas(shapes, 2000))
shapes[2].area = lambda: -1
print(areas(shapes, 2000))
del shapes[2].area
change(type(shapes[2]), "unit", 2.5)
print(areas(shapes, 2000))
shapes[0].size = 2**70
print(areas(shapes, 20))
change(type(shapes[0]), "size", property(lambda self: 7, lambda self, value: None))
print(areas(shapes, 20))
delattr(type(shapes[0]), "size")
shapes[2].size = "x"
try:
    areas(shapes, 1)
except TypeError as error:
    print(error)


def roots(count):
    return sum(math.sqrt(i) for i in range(count))


def root(count):
    total = 0.0
    for i in range(count):
        total += math.sqrt(i)
    return total


plain = root(3000)
kept = math.sqrt
math.sqrt = lambda x: x * 2.0
print(root(3000), roots(10), plain == root(3000))
math.sqrt = kept
print(plain == root(3000))
del math.sqrt
try:
    root(1)
except AttributeError as error:
    print(error)
math.sqrt = kept


class Worker:
    def __init__(self):
        self.stop = False
        self.rounds = 0

    def run(self):
        while not self.stop:
            self.rounds += 1


worker = Worker()
thread = threading.Thread(target=worker.run)
thread.start()
while worker.rounds < 1000:
    pass
worker.step = 1
worker.stop = True
thread.join()
print(worker.rounds >= 1000)
