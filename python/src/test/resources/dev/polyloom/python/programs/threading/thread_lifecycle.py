import threading


def work(a, b=0):
    print(threading.current_thread().name, a, b)


t = threading.Thread(target=work, args=(1,), kwargs={"b": 2})
print(t.name, t.is_alive(), t.ident, t.daemon)
t.start()
t.join()
print(t.is_alive(), t.ident is not None, t.join(timeout=1))
named = threading.Thread(target=work, name="named", args=[5], daemon=True)
print(repr(named)[:22], named.daemon)
named.start()
named.join()
named.name = "renamed"
print(named.name, threading.main_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())


class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"mine-{n}")
        self.n, self.result = n, None

    def run(self):
        self.result = self.n**2


ts = [Mine(i) for i in range(3)]
for x in ts:
    x.start()
for x in ts:
    x.join()
print([x.result for x in ts], [x.name for x in ts])
for wrong in (lambda: t.start(), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: threading.Thread(5), lambda: setattr(t, "daemon", True) or "set"):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(threading.Thread(target=work).name, threading.Thread().name, threading.Thread().run())
