import threading


class Singleton:
    _instance, _lock, made = None, threading.Lock(), 0

    def __new__(cls, *args):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
                    cls.made += 1
        return cls._instance


class Meta(type):
    _instances, _lock = {}, threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Meta):
    def __init__(self, value):
        self.value = value


got, start = [], threading.Barrier(6)


def ask(i):
    start.wait()
    got.append((Singleton(), Config(i)))


ts = [threading.Thread(target=ask, args=(i,)) for i in range(6)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len({id(s) for s, _ in got}), len({id(c) for _, c in got}), Singleton.made, got[0][1].value in range(6))


def synchronized(function):
    lock = threading.RLock()

    def wrapper(*args):
        with lock:
            return function(*args)

    return wrapper


class Stack:
    def __init__(self):
        self.items = []

    @synchronized
    def push_pair(self, x):
        self.items.append(x)
        self.items.append(x)


s = Stack()
ts = [threading.Thread(target=s.push_pair, args=(i,)) for i in range(20)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(s.items), all(a == b for a, b in zip(s.items[::2], s.items[1::2])))
