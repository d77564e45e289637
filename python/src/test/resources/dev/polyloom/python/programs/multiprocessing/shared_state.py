from multiprocessing import Array, Lock, Process, RawValue, Value


def add(counter, n):
    for _ in range(n):
        with counter.get_lock():
            counter.value += 1


def fill(array, i):
    array[i] = i * i


def with_lock(lock, number):
    for _ in range(50):
        with lock:
            number.value += 1


if __name__ == "__main__":
    counter = Value("i", 0)
    array = Array("d", 4)
    ps = [Process(target=add, args=(counter, 100)) for _ in range(3)] + [Process(target=fill, args=(array, i)) for i in range(4)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(counter.value, array[:], len(array), array[-1], list(array))
    lock, raw = Lock(), RawValue("i", 5)
    ps = [Process(target=with_lock, args=(lock, raw)) for _ in range(2)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(raw.value, Value("d", 2.5).value, Value("c", b"x").value, Array("i", [3, 1, 2])[1:], Array("c", b"hey").value)
    a = Array("i", range(5))
    a[1:3] = [10, 20]
    print(a[:], sum(a))
    for wrong in (lambda: a.__setitem__(9, 1), lambda: a.__setitem__(0, "x"), lambda: setattr(counter, "value", "x"), lambda: a[7]):
        try:
            print(wrong())
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
