s = list(range(10))
print(s[::-1], s[8:2:-2], s[-3:], s[:-7], s[100:], s[-100:2], s[5:1])
print(s[::3], s[-1:-4:-1], s[2:2], s[None:None:None])
t = s[:]
t[2:5] = ["a", "b"]
print(t)
t[::2] = [0] * len(t[::2])
print(t)
t[1:1] = [7, 8]
print(t)
t[:] = "xyz"
print(t)
t[5:] = [1]
t[-1:-2] = ["in"]
print(t)
del t[0], t[-1]
print(t)
u = list(range(10))
del u[1::2]
print(u)
del u[1:3]
print(u)
del u[:]
print(u)
print("abcdef"[::-2], b"abcdef"[1:-1:2], (1, 2, 3)[-2:], range(20)[3:15:4], range(10)[::-1])
print(slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
print(slice(1, 2), slice(1, 2) == slice(1, 2, None), slice(5).stop)
for act in (
    lambda: s[::0],
    lambda: s["a"],
    lambda: s[10],
    lambda: s.__setitem__(slice(0, 4, 2), [1]),
    lambda: "abc"[5],
    lambda: tuple([1])[1.0],
    lambda: range(3)[3],
    lambda: s.__delitem__(50),
    lambda: [1, 2].pop(5),
    lambda: [].pop(),
):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


class Grid:
    def __getitem__(self, key):
        return key

    def __delitem__(self, key):
        print("del", key)


g = Grid()
print(g[1], g[1, 2], g[1:2, ::3], g[...], g[:, 0], g["a":"b"])
del g[1:2], g["k"]
