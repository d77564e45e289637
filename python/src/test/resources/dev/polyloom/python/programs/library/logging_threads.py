import logging
import logging.handlers
import os
import queue
import tempfile
import threading

formatter = logging.Formatter("%(threadName)s %(levelname)s %(message)s")


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []
        self.setFormatter(formatter)

    def emit(self, record):
        self.lines.append(self.format(record))


collect = Collect()
log = logging.getLogger("threads")
log.setLevel(logging.INFO)
log.propagate = False
log.addHandler(collect)


def worker(n):
    for i in range(3):
        log.info("worker %d step %d", n, i)


threads = [threading.Thread(target=worker, args=(n,), name=f"T{n}") for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(collect.lines))
for line in sorted(collect.lines):
    print(line)

log.handlers.clear()
collect.lines.clear()
records = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, collect)
listener.start()
log.warning("through %s", "a queue")
try:
    {}["missing"]
except KeyError:
    log.error("failed", exc_info=False)
listener.stop()
print(collect.lines)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "app.log")
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
    rotating.setFormatter(logging.Formatter("%(message)s"))
    log.handlers[:] = [rotating]
    for i in range(8):
        log.info("message number %d", i)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        print(name, open(os.path.join(folder, name)).read().split("\n"))
    plain = logging.FileHandler(path, mode="w")
    log.handlers[:] = [plain]
    log.info("fresh")
    logging.shutdown()
    print(open(path).read())
memory = logging.handlers.MemoryHandler(3, target=collect)
collect.lines.clear()
log.handlers[:] = [memory]
log.info("one")
log.info("two")
print(collect.lines)
log.error("three")
print(collect.lines)
