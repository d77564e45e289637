import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Pool

total = 0


def square(n):
    global total
    total += n
    return n * n


def add(a, b):
    return a + b


def fail(n):
    if n == 2:
        raise ValueError(f"bad {n}")
    return n


def prepare(value):
    global total
    total = value


def get_total(_):
    return total


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(10)))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(5))))
        print(pool.apply(add, (5,), {"b": 6}))
        result = pool.apply_async(add, (1, 1), callback=lambda value: print("callback", value))
        print(result.get(timeout=5), result.ready(), result.successful())
        many = pool.map_async(square, [1, 2, 3])
        many.wait()
        print(many.get())
        try:
            pool.map(fail, range(4))
        except ValueError as error:
            print("caught", error)
        failed = pool.apply_async(fail, (2,), error_callback=lambda e: print("told", repr(e)))
        failed.wait()
        print(failed.successful())
        try:
            pool.map(lambda x: x, [1])
        except Exception as error:
            print(type(error).__name__, str(error)[:32])
    print("total", total)
    pool = Pool(2, initializer=prepare, initargs=(42,))
    print(pool.map(get_total, range(3)))
    pool.close()
    pool.join()
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(5))))
        futures = {executor.submit(add, n, n): n for n in range(3)}
        print(sorted(f.result() for f in as_completed(futures)))
        try:
            executor.submit(fail, 2).result()
        except ValueError as error:
            print(repr(error), executor.submit(fail, 2).exception())
    try:
        executor.submit(add, 1, 2)
    except RuntimeError as error:
        print(error)
    print(multiprocessing.cpu_count() > 0, multiprocessing.get_start_method())
    try:
        Pool(0)
    except ValueError as error:
        print(error)
