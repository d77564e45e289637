"""Processes that share: values, arrays, managers, pipes, queues, locks and events."""
import multiprocessing as mp, sys

def inc(v, lock):
    for _ in range(50):
        with lock: v.value += 1
def fill(a, n):
    for i in range(len(a)): a[i] = i * n
def note(d, l, ns, k):
    d[k] = k * 2; l.append(k); ns.count += 1
def talk(c):
    c.send(["hi", 1]); print(c.recv(), flush=True); c.close()
def put(q):
    for i in range(3): q.put(i)
    q.put(None)
class Proc(mp.Process):
    def __init__(self, code): super().__init__(name=f"proc{code}"); self.code = code
    def run(self): sys.exit(self.code)
def boom(): raise KeyError("child")
if __name__ == "__main__":
    v, lock = mp.Value("i", 0), mp.Lock()
    ps = [mp.Process(target=inc, args=(v, lock)) for _ in range(3)]
    [p.start() for p in ps]; [p.join() for p in ps]; print(v.value, [p.exitcode for p in ps])
    a = mp.Array("d", 4); p = mp.Process(target=fill, args=(a, 3)); p.start(); p.join(); print(a[:], len(a), list(a))
    with v.get_lock(): v.value = 7
    print(v.value)
    with mp.Manager() as m:
        d, l, ns = m.dict(), m.list([0]), m.Namespace(); ns.count = 0
        for k in (1, 2): p = mp.Process(target=note, args=(d, l, ns, k)); p.start(); p.join()
        print(dict(d), list(l), ns.count, d.get(9, "none"), len(l), sorted(d.items()))
    here, there = mp.Pipe(); p = mp.Process(target=talk, args=(there,)); p.start(); print(here.recv()); here.send("yo"); p.join(); print(here.poll())
    q = mp.Queue(); p = mp.Process(target=put, args=(q,)); p.start()
    print(list(iter(q.get, None))); p.join()
    for c in (0, 3): p = Proc(c); p.start(); p.join(); print(p.name, p.exitcode, p.is_alive(), p.daemon)
    e = mp.Event(); print(e.is_set(), e.wait(0.01)); e.set(); print(e.wait())
    jq = mp.JoinableQueue(); jq.put(1); print(jq.get()); jq.task_done(); jq.join()
    x = [1]
    def change(): x.append(2); print("child", x, flush=True)
    p = mp.Process(target=change); p.start(); p.join(); print("parent", x)
    s = mp.Semaphore(1); print(s.acquire(), s.acquire(False)); s.release()
    print(mp.active_children(), mp.parent_process(), p.pid is not None)
    sq = mp.SimpleQueue(); sq.put("s"); print(sq.get(), sq.empty())
