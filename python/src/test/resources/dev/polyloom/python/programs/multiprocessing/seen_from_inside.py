import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor


def shown(process):
    return re.sub(r"(pid|parent)=\d+", r"\1=N", repr(process))


def look(_=None):
    me = multiprocessing.current_process()
    return shown(me), me.daemon, me.pid == os.getpid(), os.getppid() == multiprocessing.parent_process().pid


def work():
    print(look())


if __name__ == "__main__":
    child = multiprocessing.Process(target=work, name="Looker", daemon=True)
    print(shown(child))
    child.start()
    child.join()
    print(shown(child))
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(look).result())
    with multiprocessing.Pool(1) as pool:
        print(pool.map(look, [1])[0][1:])
