import threading
from queue import Queue


def multiply(a, b, out, rows):
    for i in rows:
        out[i] = [sum(x * y for x, y in zip(a[i], column)) for column in zip(*b)]


n = 12
a = [[i + j for j in range(n)] for i in range(n)]
b = [[i * j % 7 for j in range(n)] for i in range(n)]
out = [None] * n
threads = [threading.Thread(target=multiply, args=(a, b, out, range(k, n, 3))) for k in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
expected = [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
print(out == expected, out[0][:4], sum(map(sum, out)))
jobs, primes = Queue(), set()
lock = threading.Lock()
for start in range(0, 300, 50):
    jobs.put(range(start, start + 50))


def search():
    while not jobs.empty():
        try:
            part = jobs.get_nowait()
        except Exception:
            return
        found = {n for n in part if n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))}
        with lock:
            primes.update(found)
        jobs.task_done()


threads = [threading.Thread(target=search) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
jobs.join()
print(len(primes), sorted(primes)[-3:])
