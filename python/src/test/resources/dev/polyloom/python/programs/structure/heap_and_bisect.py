import bisect
import heapq

h = [5, 1, 8, 3, 2]
heapq.heapify(h)
print(h, h[0], heapq.heappop(h), h)
heapq.heappush(h, 0)
print(h, heapq.heappushpop(h, 4), heapq.heapreplace(h, 10), h, [heapq.heappop(h) for _ in range(len(h))])
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["aa", "b", "cccc"], key=len), heapq.nsmallest(10, [2, 1]))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([9, 5], [7], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
for i, (p, name) in enumerate([(2, "b"), (1, "x"), (2, "a")]):
    heapq.heappush(tasks, (p, i, name))
print([heapq.heappop(tasks)[2] for _ in range(3)])
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
try:
    heapq.heapify([1, "a"])
except TypeError as error:
    print(error)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect(a, 4, 0, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)])
people = [("a", 1), ("b", 5)]
print(bisect.bisect(people, 3, key=lambda p: p[1]))
bisect.insort(people, ("c", 3), key=lambda p: p[1])
print(people)
try:
    bisect.bisect([1], 1, -1)
except ValueError as error:
    print(error)
