"""Daemon threads end with their process, wherever they are."""
import multiprocessing
import threading
import time

spins = 0


def tell(heard):
    while True:
        heard.put("tick")
        time.sleep(0.001)


def spin():
    global spins
    while True:
        spins += 1


def wait(lock):
    with lock:
        print("never")


def work(heard):
    lock = threading.Lock()
    lock.acquire()
    for target, args in ((tell, (heard,)), (spin, ()), (wait, (lock,))):
        threading.Thread(target=target, args=args, daemon=True).start()
    time.sleep(0.02)


if __name__ == "__main__":
    heard = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=work, args=(heard,))
    process.start()
    process.join()
    print(process.exitcode, heard.get())
    quiet = threading.Event()
    for attempt in range(100):
        while not heard.empty():
            heard.get()
        quiet.wait(0.1)
        if heard.empty():
            break
    print(heard.empty(), spins)
    print([each.name for each in threading.enumerate()], multiprocessing.active_children())
