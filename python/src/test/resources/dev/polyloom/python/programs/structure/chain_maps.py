from collections import ChainMap, UserDict, UserList, UserString

defaults = {"color": "red", "user": "guest"}
env = {"user": "admin"}
m = ChainMap(env, defaults)
print(m["color"], m["user"], len(m), sorted(m), m.get("zip", 0), "color" in m)
print(m)
child = m.new_child({"color": "blue"})
print(child["color"], child.parents["color"], child.maps)
child["size"] = 4
print(child.maps[0], list(m.items()), dict(child))
for key in ("zip",):
    try:
        m[key]
    except KeyError as error:
        print("KeyError", error)
try:
    del m["color"]
except KeyError as error:
    print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())


d = Lower({"A": 1}, Bee=2)
d["CEE"] = 3
print(d, d["bee"], d.data, len(d), sorted(d.keys()), list(d.items()), d.get("nope"))
d.update({"DEE": 4})
print(d.pop("a"), d, "cee" in d, d == {"bee": 2, "cee": 3, "dee": 4})
print(d.setdefault("x", 9), list(d.values()))


class Shouting(UserList):
    def append(self, item):
        super().append(str(item).upper())


s = Shouting(["a"])
s.append("b")
s.extend(["c"])
print(s, s[0], s[1:], len(s), s + ["z"], s == ["a", "B", "c"], s.index("B"))
s.sort(reverse=True)
print(s, list(s), s * 2)
u = UserString("Hello")
print(u, repr(u), u.upper(), u + " you", len(u), u[1], u == "Hello", "ell" in u)
print(type(u.lower()).__name__, u.replace("l", "L"), u.split("e"))
