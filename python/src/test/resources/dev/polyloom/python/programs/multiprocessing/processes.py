import multiprocessing
import sys
import time

counter = 0
items = [1, 2]


def child(name, items_given, key="none"):
    global counter
    counter += 10
    items.append(3)
    items_given.append(99)
    print("child", name, key, counter, items, items_given)
    print(multiprocessing.current_process().name, os_differs())


PARENT = multiprocessing.current_process().pid


def os_differs():
    return multiprocessing.current_process().pid != PARENT


def exits(code):
    sys.exit(code)


def fails():
    raise ValueError("in the child")


class Worker(multiprocessing.Process):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n * 2
        print(self.name, "result", self.result)


def forever():
    while True:
        time.sleep(0.01)


if __name__ == "__main__":
    print(multiprocessing.current_process().name)
    given = ["given"]
    p = multiprocessing.Process(target=child, args=("one", given), kwargs={"key": "k"})
    print(p.name, p.pid, p.exitcode, p.is_alive(), p.daemon)
    p.start()
    print("started", p.is_alive())
    p.join()
    print(counter, items, given, p.exitcode, p.is_alive())
    codes = []
    for target, args in ((exits, (3,)), (exits, (None,)), (exits, (0,))):
        p = multiprocessing.Process(target=target, args=args)
        p.start()
        p.join()
        codes.append(p.exitcode)
    print(codes)
    workers = [Worker(n) for n in range(3)]
    for each in workers:
        each.start()
        each.join()
    print([each.result for each in workers], [each.name for each in workers])
    endless = multiprocessing.Process(target=forever, name="endless", daemon=True)
    endless.start()
    time.sleep(0.05)
    print(endless.is_alive(), multiprocessing.active_children()[0].name)
    endless.terminate()
    endless.join()
    print(endless.exitcode, endless.is_alive(), multiprocessing.active_children())
    endless = multiprocessing.Process(target=forever)
    endless.start()
    endless.join(0.02)
    print(endless.exitcode)
    endless.kill()
    endless.join()
    print(endless.exitcode)
    try:
        p.start()
    except AssertionError as error:
        print(error)
    try:
        multiprocessing.Process(target=print).join()
    except AssertionError as error:
        print(error)
