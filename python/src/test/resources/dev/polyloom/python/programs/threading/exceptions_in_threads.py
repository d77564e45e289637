import sys
import threading


def fail(x):
    raise ValueError(f"failed {x}")


caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
t = threading.Thread(target=fail, args=(1,), name="bad")
t.start()
t.join()
print(caught, t.is_alive())
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
print("exit in a thread is silent:", len(caught))
threading.excepthook = threading.__excepthook__


class Carrying(threading.Thread):
    error = None

    def run(self):
        try:
            fail("carried")
        except ValueError as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise RuntimeError("in thread") from self.error


c = Carrying()
c.start()
try:
    c.join()
except RuntimeError as error:
    print(error, "<-", error.__cause__)
lock = threading.Lock()


def with_lock():
    with lock:
        fail("locked")


threading.excepthook = lambda args: print("hook", args.exc_value)
t = threading.Thread(target=with_lock)
t.start()
t.join()
print(lock.locked())


def chained():
    try:
        {}["k"]
    except KeyError as error:
        raise TypeError("wrapped") from error


threading.excepthook = lambda args: print(args.exc_type, repr(args.exc_value.__cause__), args.exc_traceback is not None)
t = threading.Thread(target=chained)
t.start()
t.join()
