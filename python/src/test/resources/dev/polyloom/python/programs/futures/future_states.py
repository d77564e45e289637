from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor, TimeoutError
import threading

f = Future()
log = []
f.add_done_callback(lambda x: log.append(("first", x.result())))
f.add_done_callback(lambda x: log.append("second"))
print(f.done(), f.running(), f.cancelled(), f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result(5)
f.add_done_callback(lambda x: log.append("at once"))
print(f.result(), f.exception(), f.done(), log, repr(f)[:7], repr(f)[-27:])
try:
    f.set_result(6)
except InvalidStateError as error:
    print(str(error)[:9])
e = Future()
e.set_exception(ValueError("bad"))
print(repr(e.exception()))
try:
    e.result()
except ValueError as error:
    print(error)
c = Future()
print(c.cancel(), c.cancelled(), c.done(), c.cancel())
for call in (c.result, c.exception):
    try:
        call()
    except CancelledError as error:
        print(repr(error))
try:
    Future().result(timeout=0.01)
except TimeoutError as error:
    print(repr(error), TimeoutError is __builtins__.TimeoutError)
gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    running = pool.submit(gate.wait)
    waiting = [pool.submit(int, i) for i in range(3)]
    print(waiting[1].cancel(), running.cancel())
    gate.set()
    print(running.result(), [w.result() for w in waiting if not w.cancelled()])
try:
    pool.submit(int)
except RuntimeError as error:
    print(error)
