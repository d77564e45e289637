class Cache:
    """A cache that forgets what was used least recently."""

    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, {}, 0, 0

    def get(self, key, load):
        if key in self.data:
            self.hits += 1
            self.data[key] = self.data.pop(key)
        else:
            self.misses += 1
            self.data[key] = load(key)
            if len(self.data) > self.size:
                del self.data[next(iter(self.data))]
        return self.data[key]


cache = Cache(2)
print([cache.get(k, str.upper) for k in "abacba"], cache.hits, cache.misses, list(cache.data))


class Trie:
    def __init__(self):
        self.root = {}

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node[None] = True

    def starting(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return []
            node = node[c]

        def walk(node, word):
            for c in node:
                if c is None:
                    yield word
                else:
                    yield from walk(node[c], word + c)

        return sorted(walk(node, prefix))


t = Trie()
for w in "car cart care dog do".split():
    t.add(w)
print(t.starting("car"), t.starting("d"), t.starting("x"), len(t.starting("")))


class Union:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = x = self.parent[self.parent[x]]
        return x

    def join(self, a, b):
        self.parent[self.find(a)] = self.find(b)


u = Union(6)
for a, b in ((0, 1), (2, 3), (1, 3)):
    u.join(a, b)
print(len({u.find(i) for i in range(6)}), u.find(0) == u.find(2), u.find(4) == u.find(5))
