"""Conditions, barriers, timers, thread-local data and semaphores between threads."""
import threading, time

cond = threading.Condition(); items = []
def consumer(n):
    with cond:
        while not items: cond.wait()
        print("consumed", items.pop(0))
ts = [threading.Thread(target=consumer, args=(i,)) for i in range(2)]
for t in ts: t.start()
for i in range(2):
    with cond: items.append(i); cond.notify()
    ts_alive = True
for t in ts: t.join()
with cond: print(cond.wait_for(lambda: False, timeout=0.01), cond.wait(0.001))
barrier = threading.Barrier(3, action=lambda: print("all here"), timeout=5)
got = []
def meet(): got.append(barrier.wait())
ts = [threading.Thread(target=meet) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(got), barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
try: barrier.wait()
except threading.BrokenBarrierError as e: print("broken", repr(e))
barrier.reset(); print(barrier.broken)
local = threading.local(); local.x = "main"
def use():
    print(hasattr(local, "x")); local.x = "worker"; print(local.x)
t = threading.Thread(target=use); t.start(); t.join(); print(local.x)
fired = threading.Event()
timer = threading.Timer(0.005, lambda a, b=0: (print("timer", a, b), fired.set()), args=[1], kwargs={"b": 2}); timer.start()
print(fired.wait(2)); timer2 = threading.Timer(9, print); timer2.start(); timer2.cancel(); timer2.join(); print(timer2.finished.is_set())
sem = threading.BoundedSemaphore(2)
print(sem.acquire(), sem.acquire(blocking=False), sem.acquire(timeout=0.001)); sem.release(2)
try: sem.release()
except ValueError as e: print(e)
rlock = threading.RLock()
with rlock:
    with rlock: print("reentrant")
try: rlock.release()
except RuntimeError as e: print(e)
lock = threading.Lock(); lock.acquire()
print(lock.acquire(timeout=0.001), lock.acquire(False), lock.locked()); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
class Worker(threading.Thread):
    def __init__(self, n): super().__init__(name=f"worker-{n}", daemon=True); self.n = n; self.result = None
    def run(self): self.result = self.n ** 2
ws = [Worker(i) for i in range(3)]
for w in ws: w.start()
for w in ws: w.join(); print(w.name, w.daemon, w.result, w.is_alive())
try: ws[0].start()
except RuntimeError as e: print(e)
try: threading.Thread(target=print).join()
except RuntimeError as e: print(e)
print(threading.active_count(), threading.main_thread().name, threading.current_thread() is threading.main_thread())
def boom(): raise ValueError("in thread")
threading.excepthook = lambda a: print("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
t = threading.Thread(target=boom, name="boomer"); t.start(); t.join()
print(threading.Thread(target=print, args=("x",)).name.startswith("Thread-"), [t.name for t in threading.enumerate()])
