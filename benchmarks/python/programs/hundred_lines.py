"""A program of a hundred lines: a shop whose orders workers handle."""

import queue
import threading
from collections import defaultdict
from dataclasses import dataclass, field


class OutOfStock(Exception):
    """There is not enough of a product."""


@dataclass
class Product:
    name: str
    price: float
    stock: int = 0

    def take(self, count):
        if count > self.stock:
            raise OutOfStock(f"{self.name}: {count} wanted, {self.stock} there")
        self.stock -= count
        return count * self.price


@dataclass
class Order:
    customer: str
    lines: list = field(default_factory=list)

    def add(self, product, count):
        self.lines.append((product, count))
        return self


class Shop:
    def __init__(self):
        self.products = {}
        self.sales = defaultdict(float)
        self.refused = []
        self.lock = threading.Lock()

    def stock(self, name, price, count):
        self.products[name] = Product(name, price, count)

    def handle(self, order):
        with self.lock:
            for name, count in order.lines:
                try:
                    self.sales[order.customer] += self.products[name].take(count)
                except OutOfStock as error:
                    self.refused.append(str(error))
                except KeyError:
                    self.refused.append(f"{name}: unknown")


def worker(shop, orders):
    while True:
        order = orders.get()
        try:
            if order is None:
                return
            shop.handle(order)
        finally:
            orders.task_done()


def report(shop):
    print(f"{'customer':<10}{'sales':>10}")
    for customer, sum_of_sales in sorted(shop.sales.items()):
        print(f"{customer:<10}{sum_of_sales:>10.2f}")
    left = {p.name: p.stock for p in shop.products.values() if p.stock}
    print("left:", left)
    print("refused:", len(shop.refused), sorted(set(shop.refused))[0])


def main():
    shop = Shop()
    for index, name in enumerate(["apple", "pear", "plum", "quince"]):
        shop.stock(name, 0.5 + index * 0.25, 40 * (index + 1))
    orders = queue.Queue()
    workers = [
        threading.Thread(target=worker, args=(shop, orders), name=f"worker-{i}")
        for i in range(3)
    ]
    for each in workers:
        each.start()
    for number in range(60):
        order = Order(f"c{number % 4}")
        order.add("plum", 1).add("pear", number % 3)
        if number == 59:
            order.add("kiwi", 1)
        orders.put(order)
    orders.join()
    for _ in workers:
        orders.put(None)
    for each in workers:
        each.join()
    report(shop)


if __name__ == "__main__":
    main()
