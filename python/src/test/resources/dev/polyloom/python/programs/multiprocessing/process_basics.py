import multiprocessing as mp
import os
import sys


def work(q, x):
    q.put((x * 2, mp.current_process().name, os.getpid() != os.getppid()))


def leave(code):
    sys.exit(code)


def fail():
    sys.stderr = open(os.devnull, "w")
    raise ValueError("in child")


class Mine(mp.Process):
    def __init__(self, q):
        super().__init__(name="mine", daemon=True)
        self.q = q

    def run(self):
        self.q.put(self.name)


if __name__ == "__main__":
    q = mp.Queue()
    p = mp.Process(target=work, args=(q, 21))
    print(p.name, p.exitcode, p.is_alive(), p.pid)
    p.start()
    print(q.get())
    p.join()
    print(p.exitcode, p.is_alive(), mp.current_process().name, mp.parent_process())
    m = Mine(q)
    m.start()
    print(q.get(), m.daemon)
    m.join()
    for target, args in ((leave, (3,)), (leave, (None,)), (fail, ())):
        p = mp.Process(target=target, args=args)
        p.start()
        p.join()
        print(target.__name__, args, p.exitcode)
    t = mp.Process(target=mp.Event().wait)
    t.start()
    t.terminate()
    t.join()
    print(t.exitcode, mp.active_children())
    for wrong in (lambda: t.start(), lambda: mp.Process().join(), lambda: mp.Process(1)):
        try:
            wrong()
        except (AssertionError, ValueError) as error:
            print(type(error).__name__, error)
    t.close()
    try:
        t.is_alive()
    except ValueError as error:
        print(error)
