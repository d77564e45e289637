import bisect
import heapq
from functools import total_ordering

h = []
for n in (5, 1, 8, 3, 9, 2):
    heapq.heappush(h, n)
print(h, [heapq.heappop(h) for _ in range(3)], h)
x = [9, 7, 5, 3, 1, 2, 8]
heapq.heapify(x)
print(x, heapq.heapreplace(x, 6), heapq.heappushpop(x, 0), heapq.heappushpop(x, 4), x)
print(heapq.nlargest(3, [4, 1, 9, 7]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(9, [1, 2]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge("ca", "b", reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = [(2, "code"), (1, "plan"), (3, "test")]
heapq.heapify(tasks)
while tasks:
    print(heapq.heappop(tasks), end=" ")
print()


@total_ordering
class Job:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"Job({self.rank}, {self.name!r})"


jobs = []
for i, name in enumerate("dcba"):
    heapq.heappush(jobs, Job(-i, name))
print(jobs, heapq.heappop(jobs))
for action in (lambda: heapq.heappop([]), lambda: heapq.heappush([1], "a"), lambda: heapq.heappush((), 1), lambda: heapq.heapreplace([], 1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))


def grade(score, marks="FDCBA", limits=(60, 70, 80, 90)):
    return marks[bisect.bisect(limits, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
print(bisect.bisect.__name__, bisect.insort is bisect.insort_right)
