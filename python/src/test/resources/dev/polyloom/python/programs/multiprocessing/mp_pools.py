"""Pools of processes: map, starmap, imap, apply, callbacks, errors, and executors."""
import multiprocessing as mp, os
from concurrent.futures import ProcessPoolExecutor

def sq(x): return x * x
def add(a, b): return a + b
def bad(x): raise ValueError(f"bad {x}")
def init(v):
    global base
    base = v
def use(x): return base + x

if __name__ == "__main__":
    with mp.Pool(2) as p:
        print(p.map(sq, range(5)), p.starmap(add, [(1, 2), (3, 4)]), list(p.imap(sq, range(4), chunksize=2)))
        print(sorted(p.imap_unordered(sq, range(4))), p.apply(add, (5, 6)), p.apply(add, (1,), {"b": 9}))
        r = p.apply_async(sq, (7,), callback=lambda v: print("cb", v)); print(r.get(timeout=5), r.ready(), r.successful())
        r = p.map_async(sq, [1, 2, 3]); r.wait(); print(r.get()); print(p.starmap_async(add, [(1, 1)]).get())
        r = p.apply_async(bad, (1,), error_callback=lambda e: print("ecb", e))
        try: r.get()
        except ValueError as e: print(e, r.successful())
        try: p.map(bad, [1])
        except ValueError as e: print(e)
    try: p.map(sq, [1])
    except ValueError as e: print(e)
    with mp.Pool(2, initializer=init, initargs=(100,)) as p: print(p.map(use, [1, 2])); p.close(); p.join()
    with ProcessPoolExecutor(max_workers=2) as ex:
        print(list(ex.map(sq, range(4), chunksize=2)), ex.submit(add, 1, b=2).result())
        f = ex.submit(bad, 2)
        try: f.result()
        except ValueError as e: print(e)
    print(mp.cpu_count() == os.cpu_count(), mp.current_process().name, mp.get_start_method())
