import threading

N = 5
forks = [threading.Lock() for _ in range(N)]
meals, guard = [0] * N, threading.Lock()
waiter = threading.Semaphore(N - 1)


def dine(i, rounds):
    for _ in range(rounds):
        with waiter, forks[i], forks[(i + 1) % N]:
            with guard:
                meals[i] += 1


ts = [threading.Thread(target=dine, args=(i, 20), name=f"philosopher {i}") for i in range(N)]
for t in ts:
    t.start()
for t in ts:
    t.join()
    print(t.name, "has eaten", meals[int(t.name[-1])])
print(sum(meals), all(not f.locked() for f in forks))
