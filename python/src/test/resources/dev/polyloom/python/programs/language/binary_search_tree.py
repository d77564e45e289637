class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key, self.left, self.right = key, None, None


class Tree:
    def __init__(self, keys=()):
        self.root, self.size = None, 0
        for key in keys:
            self.add(key)

    def add(self, key):
        if self.root is None:
            self.root = Node(key)
        else:
            at = self.root
            while True:
                if key == at.key:
                    return False
                side = "left" if key < at.key else "right"
                if getattr(at, side) is None:
                    setattr(at, side, Node(key))
                    break
                at = getattr(at, side)
        self.size += 1
        return True

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key
                yield from walk(node.right)

        return walk(self.root)

    def __contains__(self, key):
        at = self.root
        while at and at.key != key:
            at = at.left if key < at.key else at.right
        return at is not None

    def __len__(self):
        return self.size

    def height(self, node="root"):
        node = self.root if node == "root" else node
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))

    def __repr__(self):
        return f"Tree({list(self)})"


t = Tree([5, 2, 8, 1, 9, 3])
print(t, len(t), 8 in t, 7 in t, t.height(), t.add(5), t.add(7), list(t), min(t), sorted(t, reverse=True)[:2], bool(Tree()))
print(Tree("hello"), Tree([2.5, 1, True]), [*zip(t, Tree("abc"))])
try:
    t.add("x")
except TypeError as error:
    print(error)
