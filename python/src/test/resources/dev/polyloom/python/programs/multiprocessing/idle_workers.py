import time
from multiprocessing import Pool, Process, current_process, parent_process


def nap(number):
    time.sleep(0.1)
    return number, current_process().name


def last_words(number):
    time.sleep(number)
    print("said by", number)
    return number


def seen_by_child():
    print(parent_process(), parent_process().name, parent_process().is_alive())


if __name__ == "__main__":
    with Pool(4) as pool:
        time.sleep(0.1)
        print(sorted(name for _, name in pool.map(nap, range(4), chunksize=1)), flush=True)
    for _ in range(5):
        with Pool(1) as pool:
            got = pool.apply_async(last_words, (0.02,)).get()
        print(got, flush=True)
    child = Process(target=seen_by_child)
    child.start()
    child.join()
    print(parent_process())
