from multiprocessing import Process, Pool, shared_memory
import multiprocessing.shared_memory as sm


def fill(name, start):
    shm = shared_memory.SharedMemory(name=name)
    for i in range(4):
        shm.buf[start + i] = start + i
    shm.close()


def direct(shm):
    shm.buf[8] = 99


def double(name):
    values = shared_memory.ShareableList(name=name)
    for i, v in enumerate(values):
        values[i] = v * 2


def total(name):
    shm = shared_memory.SharedMemory(name)
    return sum(bytes(shm.buf[:4]))


if __name__ == "__main__":
    shm = shared_memory.SharedMemory(create=True, size=10)
    ps = [Process(target=fill, args=(shm.name, i * 4)) for i in range(2)]
    ps.append(Process(target=direct, args=(shm,)))
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(bytes(shm.buf[:9]), shm.size, len(shm.buf))
    with Pool(2) as pool:
        print(pool.map(total, [shm.name] * 3))
    other = sm.SharedMemory(shm.name)
    other.buf[:3] = b"abc"
    print(bytes(shm.buf[:3]))
    other.close()
    shm.close()
    shm.unlink()
    try:
        shared_memory.SharedMemory(name="no_such_block")
    except FileNotFoundError as e:
        print(e)
    values = shared_memory.ShareableList([1, 2.5, "abc", True, None, b"xy"], name="my_list")
    print(values[2], len(values), list(values), values.count(1), values.index("abc"))
    values[2] = "abcd"
    try:
        values[2] = "a very long text indeed"
    except ValueError as e:
        print(e)
    try:
        values[10]
    except IndexError as e:
        print(e)
    print(values)
    values.shm.close()
    values.shm.unlink()
    numbers = shared_memory.ShareableList([1, 2, 3])
    p = Process(target=double, args=(numbers.shm.name,))
    p.start()
    p.join()
    print(list(numbers))
    numbers.shm.close()
    numbers.shm.unlink()
