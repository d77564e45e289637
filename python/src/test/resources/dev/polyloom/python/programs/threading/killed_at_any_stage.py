"""Processes are killed at any stage of their lives, and every signal is handled once."""
import multiprocessing
import os
import random
import signal
import threading
import time


def spin():
    n = 0
    while True:
        n += 1


def work(kind):
    if kind == 1:
        threading.Thread(target=spin, daemon=True).start()
    elif kind == 2:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        time.sleep(1000)
    elif kind == 3:
        thread = threading.Thread(target=spin)
        thread.start()
        thread.join()
    spin()


def send():
    for _ in range(300):
        os.kill(os.getpid(), signal.SIGUSR1)


if __name__ == "__main__":
    chance = random.Random(5)
    codes = []
    for round in range(40):
        process = multiprocessing.Process(target=work, args=(round % 4,))
        process.start()
        time.sleep(chance.random() * 0.01)
        (process.terminate if round % 3 else process.kill)()
        process.join()
        codes.append(process.exitcode)
    print([(code, codes.count(code)) for code in sorted(set(codes))])

    seen = []
    signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    senders = [threading.Thread(target=send) for _ in range(3)]
    for each in senders:
        each.start()
    n = 0
    while any(each.is_alive() for each in senders):
        n += 1
    print(set(seen), 0 < len(seen) <= 900, threading.active_count())
