"""Jobs at times: sched, with priorities, cancelling and its queue."""
import sched, time, threading
log = []
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(0.4, 1, log.append, ("late",)); s.enter(0.1, 2, log.append, argument=("b",)); s.enter(0.1, 1, log.append, argument=("a",))
e = s.enter(0.2, 1, log.append, ("never",)); print(len(s.queue), s.empty(), e.priority, e.argument, e.kwargs); s.cancel(e)
print(s.run(), log, s.empty())
try: s.cancel(e)
except ValueError as x: print(x)
now = [0]
def delay(n): now[0] += n
v = sched.scheduler(lambda: now[0], delay)
def tick(n, step=1):
    print(now[0], "tick", n)
    if n: v.enter(step, 1, tick, (n - 1,), {"step": step * 2})
v.enterabs(5, 1, tick, (3,)); v.run()
print(now, v.run(blocking=False))
