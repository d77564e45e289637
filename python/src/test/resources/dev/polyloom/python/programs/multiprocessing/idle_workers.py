import sys
import time
from multiprocessing import Pool, Process, parent_process
from multiprocessing.pool import ThreadPool


def greet(number):
    sys.stdout.write("begins %d\n" % number)
    sys.stdout.flush()
    time.sleep(0.05)
    return number


def last_words(number):
    time.sleep(number)
    print("said by", number)
    return number


def seen_by_child():
    print(parent_process(), parent_process().name, parent_process().is_alive())


if __name__ == "__main__":
    greet(9)
    with ThreadPool(6) as pool:
        time.sleep(0.05)
        print(pool.map(greet, range(6), chunksize=1), flush=True)
    with Pool(4) as pool:
        time.sleep(0.1)
        print(pool.map(greet, range(4), chunksize=1), flush=True)
    for _ in range(5):
        with Pool(1) as pool:
            got = pool.apply_async(last_words, (0.02,)).get()
        print(got, flush=True)
    child = Process(target=seen_by_child)
    child.start()
    child.join()
    print(parent_process())
