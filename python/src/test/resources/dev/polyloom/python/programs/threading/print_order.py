import threading

done = [threading.Event() for _ in range(5)]


def say(i):
    if i:
        done[i - 1].wait()
    print("thread", i, "of", len(done), flush=True)
    done[i].set()


ts = [threading.Thread(target=say, args=(i,)) for i in reversed(range(5))]
for t in ts:
    t.start()
for t in ts:
    t.join()
lock = threading.Lock()
ping, pong = threading.Semaphore(1), threading.Semaphore(0)


def player(mine, other, word):
    for i in range(3):
        mine.acquire()
        with lock:
            print(word, i, end=" ")
        other.release()


a = threading.Thread(target=player, args=(ping, pong, "ping"))
b = threading.Thread(target=player, args=(pong, ping, "pong"))
a.start(), b.start()
a.join(), b.join()
print()
out = []
odd, even = threading.Condition(), None
turn = [1]


def count(parity):
    for n in range(parity, 9, 2):
        with odd:
            odd.wait_for(lambda: turn[0] == n)
            out.append(n)
            turn[0] += 1
            odd.notify_all()


ts = [threading.Thread(target=count, args=(p,)) for p in (2, 1)]
[t.start() for t in ts]
[t.join() for t in ts]
print(out, threading.active_count())
