import threading
from concurrent.futures import ThreadPoolExecutor


def job():
    return threading.current_thread().name


def other():
    pass


print([threading.Thread(target=f).name for f in (job, other, print, lambda: 0)], threading.Thread().name)
seen = []
t = threading.Thread(target=lambda: seen.append(job()))
t.start()
t.join()
print(seen)
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(job).result())
with ThreadPoolExecutor(1, thread_name_prefix="io") as pool:
    print(pool.submit(job).result())
timer = threading.Timer(0, job)
print(timer.name)
print(sorted(t.name for t in threading.enumerate()), threading.current_thread().name)
