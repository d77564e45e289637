from concurrent.futures import ProcessPoolExecutor, as_completed, wait
import math


def is_prime(n):
    return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))


def fail(n):
    raise LookupError(f"lost {n}")


def change(values):
    values.append(99)
    return len(values)


state = []


def initialize(x):
    state.append(x)


def read_state():
    return state


if __name__ == "__main__":
    numbers = [2, 15, 7919, 7920, 104729]
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(dict(zip(numbers, pool.map(is_prime, numbers, chunksize=2))))
        futures = {pool.submit(pow, n, 2): n for n in range(4)}
        print(sorted((futures[f], f.result()) for f in as_completed(futures)))
        f = pool.submit(fail, 5)
        try:
            f.result()
        except LookupError as error:
            print(repr(error), error is f.exception())
        mine = [1]
        print(pool.submit(change, mine).result(), mine)
        done, pending = wait([pool.submit(abs, -1)])
        print([d.result() for d in done], pending)
    with ProcessPoolExecutor(1, initializer=initialize, initargs=("ready",)) as pool:
        print(pool.submit(read_state).result(), state)
    try:
        pool.submit(abs, 1)
    except RuntimeError as error:
        print(error)
    try:
        ProcessPoolExecutor(0)
    except ValueError as error:
        print(error)
