from collections import defaultdict, deque
import heapq

graph = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}


def dijkstra(start):
    best, heap = {}, [(0, start)]
    while heap:
        cost, at = heapq.heappop(heap)
        if at in best:
            continue
        best[at] = cost
        for to, weight in graph[at].items():
            if to not in best:
                heapq.heappush(heap, (cost + weight, to))
    return best


def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        order.append(at := queue.popleft())
        for to in graph[at]:
            if to not in seen:
                seen.add(to)
                queue.append(to)
    return order


def paths(at, goal, path=()):
    path += (at,)
    if at == goal:
        return ["".join(path)]
    return [p for to in graph[at] if to not in path for p in paths(to, goal, path)]


def topological(edges):
    incoming, after = defaultdict(int), defaultdict(list)
    for a, b in edges:
        incoming[b] += 1
        after[a].append(b)
    ready = sorted({a for a, _ in edges} - set(incoming))
    while ready:
        yield (at := ready.pop(0))
        for b in after[at]:
            incoming[b] -= 1
            if not incoming[b]:
                ready.append(b)


print(dijkstra("A"), bfs("A"), paths("A", "D"), list(topological([("wake", "wash"), ("wash", "eat"), ("wake", "eat"), ("eat", "go")])))
a = [[1, 2], [3, 4]]
mul = lambda x, y: [[sum(p * q for p, q in zip(r, c)) for c in zip(*y)] for r in x]
power = lambda m, n: m if n == 1 else mul(power(m, n - 1), m)
print(mul(a, a), power([[1, 1], [1, 0]], 90)[0][1], [list(r) for r in zip(*a)], [row[::-1] for row in a[::-1]])
