"""Lists and dicts that one thread has used alone before others join it, and after."""

import threading


def fill(values, counts, lock, number):
    for i in range(5000):
        values.append(number)
        values[0] = number
        counts[(number, i % 100)] = i
        with lock:
            counts["all"] = counts.get("all", 0) + 1


def spin(flags, ready):
    ready.set()
    while not flags[0]:
        pass
    while "go" not in flags[1]:
        pass
    flags.append("done")


def rounds(values, counts):
    lock = threading.Lock()
    threads = [threading.Thread(target=fill, args=(values, counts, lock, n)) for n in range(4)]
    for thread in threads:
        thread.start()
        for _ in range(500):
            values.append(-1)
    for thread in threads:
        thread.join()


values, counts = [0], {}
for i in range(20000):
    values.append(i)
    counts[i] = i
for _ in range(3):
    rounds(values, counts)
    for i in range(10000):
        values.append(-2)
        values[1] = i
        counts[i] = -i
values[0] = 0
print(len(values), values.count(-1), values.count(-2), values.count(3), values[1])
print(len(counts), counts["all"], counts[9999], counts[(3, 99)])

flags = [False, {}]
ready = threading.Event()
thread = threading.Thread(target=spin, args=(flags, ready))
thread.start()
ready.wait()
flags[0] = True
flags[1]["go"] = 1
thread.join()
print(flags)


class Failing(threading.Thread):
    def run(self):
        values.append("failing")
        raise SystemExit


failing = Failing()
failing.start()
failing.join()
print(values[-1], len(values))
mixed = [1, 2]
mixed[0] = 1.5
mixed[1] = "two"
mixed += [None, 2**80, True]
mixed *= 2
print(mixed, [False] * 3, [0] * -1, [[]] * 2, (1,) * 3, [1, 2] * 2)
