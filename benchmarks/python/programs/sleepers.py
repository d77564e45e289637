"""Ten thousand threads that sleep for 100 ms."""

import threading
import time


def worker():
    time.sleep(0.1)


begun = time.perf_counter()
threads = [threading.Thread(target=worker) for _ in range(10_000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(threads))
print(time.perf_counter() - begun)
