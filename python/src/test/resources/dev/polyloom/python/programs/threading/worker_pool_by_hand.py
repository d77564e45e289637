import queue
import threading


class Pool:
    def __init__(self, size):
        self.tasks, self.results = queue.Queue(), {}
        self.workers = [threading.Thread(target=self._run, daemon=True) for _ in range(size)]
        for w in self.workers:
            w.start()

    def _run(self):
        while True:
            key, function, args = self.tasks.get()
            try:
                self.results[key] = ("ok", function(*args))
            except Exception as error:
                self.results[key] = ("error", f"{type(error).__name__}: {error}")
            finally:
                self.tasks.task_done()

    def submit(self, key, function, *args):
        self.tasks.put((key, function, args))

    def wait(self):
        self.tasks.join()
        return dict(sorted(self.results.items()))


pool = Pool(3)
for i in range(6):
    pool.submit(f"div{i}", lambda x: 12 // x, i)
pool.submit("int", int, "x")
for key, value in pool.wait().items():
    print(key, value)
print(all(w.is_alive() and w.daemon for w in pool.workers))
