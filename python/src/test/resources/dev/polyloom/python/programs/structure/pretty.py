from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from pprint import PrettyPrinter, pformat, pp, pprint

pprint({"b": 1, "a": [1, 2, 3]})
data = {
    "name": "Alice", "roles": ["admin", "editor", "viewer"], "address": {"street": "1 Long Street Name Avenue", "city": "Springfield"},
    "numbers": list(range(30)), "pair": (1, 2), "one": ("x" * 30,),
}
pprint(data)
pprint(data, width=40)
pprint(data, indent=4)
pprint(data, depth=1)
pprint(list(range(40)), compact=True)
pprint(data, sort_dicts=False, width=60, compact=True)
pp({"z": 1, "a": 2})
print(pformat(["long string " * 10, "short"], width=50))
pprint("one line of words that is too long for the width " * 3)
pprint({"k": {"nested": {"deeper": ["aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccc"]}}})
pprint({3, 1, 2}, width=5)
pprint(set("abcdefghijklmnop"), width=20)
pprint(frozenset(range(5)), width=10)
pprint(OrderedDict((c * 10, i) for i, c in enumerate("dcba")), width=30)
pprint(defaultdict(list, {"aaaaaaaaaaaaaaa": [1, 2, 3], "bbbbbbbbbbbbbbb": [4, 5, 6]}), width=40)
pprint(Counter("aaaaaabbbbbbbccccccccddddddd"), width=20)
pprint(deque(range(20), maxlen=20), width=30)


@dataclass
class Person:
    name: str
    friends: list = field(default_factory=list)


pprint(Person("Somebody With A Long Name", [Person("Friend Number One"), Person("Friend Number Two")]), width=50)
loop = [1]
loop.append(loop)
print(pformat(loop).split(" with ")[0])
PrettyPrinter(indent=2, width=20).pprint(["aaaaaaa", "bbbbbbb", {"c": "ddddddddddddd"}])
pprint([{"id": i, "name": f"item number {i}", "tags": ["a", "b"]} for i in range(3)])
pprint({1: "a", "b": 2, None: 3, (1, 2): 4})
pprint([])
pprint({})
pprint(["a\nb" * 30], width=40)
