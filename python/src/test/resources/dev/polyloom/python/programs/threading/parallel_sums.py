import threading
from concurrent.futures import ThreadPoolExecutor


def part(numbers, results, i):
    results[i] = sum(x * x for x in numbers)


def merge_sort(xs, depth=2):
    if len(xs) < 2:
        return xs
    mid = len(xs) // 2
    halves = [xs[:mid], xs[mid:]]
    if depth:
        def work(i):
            halves[i] = merge_sort(halves[i], depth - 1)
        ts = [threading.Thread(target=work, args=(i,)) for i in range(2)]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
    else:
        halves = [merge_sort(h, 0) for h in halves]
    out, (a, b) = [], halves
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


data = list(range(1000))
results = [0] * 4
ts = [threading.Thread(target=part, args=(data[i::4], results, i)) for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(results, sum(results), merge_sort([(i * 37) % 101 for i in range(101)]) == list(range(101)))
with ThreadPoolExecutor(4) as pool:
    rows = list(pool.map(lambda r: [r * c for c in range(1, 5)], range(1, 4)))
    print(rows, sum(pool.map(sum, rows)), list(pool.map(max, *rows)))
    words = "the cat sat on the mat the end".split()
    counted = pool.map(lambda w: (w, 1), words)
    totals = {}
    for w, n in counted:
        totals[w] = totals.get(w, 0) + n
    print(totals)
