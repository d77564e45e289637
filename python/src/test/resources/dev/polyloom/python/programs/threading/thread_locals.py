import threading

local = threading.local()
local.x = "main"


class Counter(threading.local):
    shared = "class attribute"

    def __init__(self, start):
        self.n = start

    def up(self):
        self.n += 1
        return self.n


counter = Counter(10)
counter.up()
seen = []


def work(i):
    try:
        local.x
    except AttributeError as error:
        seen.append(str(error))
    local.x = i
    seen.append((local.x, counter.up(), counter.up(), counter.shared, vars(local)))


for i in range(2):
    t = threading.Thread(target=work, args=(i,))
    t.start()
    t.join()
for each in seen:
    print(each)
print(local.x, counter.n, hasattr(local, "y"), local.__dict__)
del local.x
try:
    del local.x
except AttributeError as error:
    print(error)
