from collections import deque
import queue


class Stack:
    def __init__(self, *items):
        self._items = list(items)

    def push(self, x):
        self._items.append(x)
        return self

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)


class Linked:
    class Node:
        def __init__(self, value, after=None):
            self.value, self.after = value, after

    def __init__(self, values=()):
        self.head = None
        for v in reversed(list(values)):
            self.head = self.Node(v, self.head)

    def reverse(self):
        before, at = None, self.head
        while at:
            at.after, before, at = before, at, at.after
        self.head = before
        return self

    def __iter__(self):
        at = self.head
        while at:
            yield at.value
            at = at.after

    def __repr__(self):
        return " -> ".join(map(str, self)) or "empty"


s = Stack(1, 2).push(3)
print(s.pop(), len(s), list(s), bool(Stack()))
try:
    Stack().pop()
except IndexError as error:
    print(error)
print(Linked("abc"), Linked("abc").reverse(), Linked(), sum(Linked([1, 2, 3])), 2 in Linked([1, 2]))
d = deque([1, 2, 3])
d.rotate(1)
print(d, d.popleft(), d, max(d), sorted(d))
q = queue.PriorityQueue()
for item in ((2, "b"), (1, "c"), (1, "a")):
    q.put(item)
print([q.get() for _ in range(q.qsize())])
