import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

gate = threading.Event()


def task(n):
    gate.wait()
    print("task", n, threading.current_thread().daemon)
    return n


def done(future):
    print("callback", future.result())


if __name__ == "__main__":
    processes = ProcessPoolExecutor(1)
    sent = processes.submit(pow, 2, 10)
    print("from a process", sent.result())
    threads = ThreadPoolExecutor(1)
    last = [threads.submit(task, n) for n in range(4)][-1]
    last.add_done_callback(done)
    print("main is done")
    gate.set()
