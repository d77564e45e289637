from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float
    quantity: int = 1
    tags: set = field(default_factory=set)

    @property
    def total(self):
        return self.price * self.quantity


items = [Item("pen", 1.25, 10, {"office"}), Item("book", 12.5, 2, {"office", "paper"}), Item("cup", 4, tags={"kitchen"})]
print(f"{'name':<10}{'price':>8}{'qty':>5}{'total':>10}")
for item in sorted(items, key=lambda i: -i.total):
    print(f"{item.name:<10}{item.price:>8.2f}{item.quantity:>5d}{item.total:>10,.2f}")
print("-" * 33, f"{'sum':<23}{sum(i.total for i in items):>10.2f}", sep="\n")
by_tag = defaultdict(list)
for item in items:
    for tag in sorted(item.tags):
        by_tag[tag].append(item.name)
print(dict(sorted(by_tag.items())), max(items, key=lambda i: i.price).name, [i.name for i in items if "office" in i.tags], {i.name: i.quantity for i in items})
print(f"{0.256:.1%}|{1234567.891:,.1f}|{-5:+d}|{42:#x}|{'mid':^9}|{3.0!r}|{1e-10}|{10**15:e}|{True:>6}")
