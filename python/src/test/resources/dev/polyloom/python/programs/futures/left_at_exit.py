import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

gate = threading.Event()
over = threading.Event()


def task(n):
    gate.wait()
    print("task", n, threading.current_thread().daemon)
    return n


def done(future):
    print("callback", future.result())
    over.set()


def late():
    threading.main_thread().join()
    over.wait()
    pool = ThreadPoolExecutor(1)
    try:
        pool.submit(task, 9)
    except RuntimeError as e:
        print(e)


if __name__ == "__main__":
    threading.Thread(target=late).start()
    processes = ProcessPoolExecutor(1)
    sent = processes.submit(pow, 2, 10)
    print("from a process", sent.result())
    threads = ThreadPoolExecutor(1)
    last = [threads.submit(task, n) for n in range(4)][-1]
    last.add_done_callback(done)
    print("main is done")
    gate.set()
