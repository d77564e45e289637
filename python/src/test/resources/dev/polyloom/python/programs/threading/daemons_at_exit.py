import atexit
import threading

atexit.register(print, "first registered", "runs last", sep=", ")


@atexit.register
def second():
    print("second registered")


def removed():
    print("never")


atexit.register(removed)
atexit.unregister(removed)
stop = threading.Event()
daemon = threading.Thread(target=lambda: threading.Event().wait(), daemon=True)
daemon.start()


def late():
    stop.wait()
    print("a thread that is no daemon ends before")


threading.Thread(target=late).start()
print("main ends", daemon.is_alive())
stop.set()
