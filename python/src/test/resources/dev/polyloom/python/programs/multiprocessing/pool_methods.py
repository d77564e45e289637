from multiprocessing import Pool, TimeoutError, get_context
import time


def square(x):
    return x * x


def add(a, b=10):
    return a + b


def fail(x):
    if x == 2:
        raise ValueError(f"bad {x}")
    return x


def slow(x):
    time.sleep(x)
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(5)), pool.map(square, [], 3), pool.starmap(add, [(1, 2), (3,)]), pool.apply(add, (1,), {"b": 5}))
        print(list(pool.imap(square, range(4), chunksize=2)), sorted(pool.imap_unordered(square, range(4))))
        r = pool.apply_async(square, (7,))
        print(r.get(timeout=10), r.ready(), r.successful())
        got = []
        pool.map_async(square, [1, 2], callback=got.append).wait()
        errors = []
        bad = pool.apply_async(fail, (2,), callback=got.append, error_callback=lambda e: errors.append(repr(e)))
        bad.wait()
        print(got, errors, bad.successful())
        try:
            pool.map(fail, range(4))
        except ValueError as error:
            print(error)
        try:
            pool.apply_async(slow, (5,)).get(timeout=0.05)
        except TimeoutError as error:
            print(repr(error))
        it = pool.imap(fail, [1, 2, 3])
        print(next(it))
        try:
            next(it)
        except ValueError as error:
            print(error, next(it))
        pending = pool.apply_async(slow, (5,))
        try:
            pending.successful()
        except ValueError as error:
            print(str(error)[-9:])
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
    with get_context("spawn" if False else "fork").Pool(1, initializer=print, initargs=("init",)) as p:
        print(p.map(square, [3]))
        p.close()
        p.join()
    try:
        Pool(0)
    except ValueError as error:
        print(error)
