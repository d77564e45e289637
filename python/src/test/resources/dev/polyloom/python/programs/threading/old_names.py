"""The names that threading keeps only for old programs."""
import threading
import warnings
import _thread

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    thread = threading.Thread(target=print, args=("ran",))
    thread.setName("old")
    thread.setDaemon(True)
    print(thread.getName(), thread.isDaemon(), thread.name, thread.daemon)
    thread.start()
    thread.join()
    print(threading.currentThread() is threading.main_thread(), threading.activeCount())
    event = threading.Event()
    print(event.isSet())
    condition = threading.Condition()
    with condition:
        condition.notifyAll()
for each in told:
    print(each.category.__name__, each.message, each.lineno)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        threading.currentThread()
    except DeprecationWarning as e:
        print("raised", e)


class Named(threading.Thread):
    @property
    def name(self):
        return "fixed"

    @name.setter
    def name(self, value):
        print("named", value)


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    named = Named()
    print(named.getName())

release = _thread.allocate_lock()
release.acquire()
reached = threading.Event()
names = []


def unknown():
    reached.set()
    with release:
        names.append(threading.current_thread().name)
        names.append(threading.current_thread().daemon)
    reached.set()


_thread.start_new_thread(unknown, ())
reached.wait()
reached.clear()
print(threading.active_count(), threading.enumerate() == [threading.main_thread()])
release.release()
reached.wait()
print(names, threading.Thread().name)
