import threading, queue, sys, atexit
class Conn:
    n = 0
    lock = threading.Lock()
    def __init__(self, name):
        self.name = name
        with Conn.lock: Conn.n += 1
    def __del__(self):
        with Conn.lock: Conn.n -= 1
        print("close", self.name)
def work(c):
    local = Conn(c.name + "-local")
    print("using", c.name)
t = threading.Thread(target=work, args=(Conn("arg"),))
t.start(); t.join()
print("joined", Conn.n)
q = queue.Queue()
for i in range(3): q.put(Conn(i))
def drain():
    while not q.empty():
        x = q.get()
        print("got", x.name)
t = threading.Thread(target=drain); t.start(); t.join()
print(Conn.n)
class Pool:
    def __init__(self, size): self.free = [Conn("p%d" % i) for i in range(size)]
    def acquire(self): return self.free.pop()
    def release(self, c): self.free.append(c)
    def close(self):
        while self.free: self.free.pop()
        print("pool closed")
pool = Pool(3)
c = pool.acquire(); pool.release(c); del c
pool.close()
class Many:
    total = 0
    def __init__(self, i): self.i = i
    def __del__(self): Many.total += 1
for i in range(50000): m = Many(i)
del m
print(Many.total)
def fn():
    for i in range(1000):
        Many(i)
fn()
print(Many.total)
lst = [Many(i) for i in range(1000)]
del lst
print(Many.total)
atexit.register(lambda: print("atexit"))
last = Conn("last")
print("end")
