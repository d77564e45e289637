import _thread
import sched
import time

lock = _thread.allocate_lock()
done = []


def work(n, times=1):
    with lock:
        done.append(n * times)


for n in range(3):
    _thread.start_new_thread(work, (n,), {"times": 2})
while len(done) < 3:
    time.sleep(0.001)
print(sorted(done), lock.locked(), _thread.get_ident() != 0)
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.02, 1, print, argument=("second",))
scheduler.enter(0.01, 2, print, ("first",))
never = scheduler.enter(0.03, 1, print, ("never",))
scheduler.enterabs(0, 2, print, kwargs={"sep": "-"}, argument=("a", "b"))
scheduler.enterabs(0, 1, print, ("before",))
scheduler.cancel(never)
print(len(scheduler.queue), scheduler.empty())
scheduler.run()
print(scheduler.empty())
try:
    scheduler.cancel(never)
except ValueError as error:
    print(error)
