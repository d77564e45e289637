import time
from multiprocessing import Process


def late(name):
    time.sleep(0.1)
    print("child", name, "ends")


if __name__ == "__main__":
    first = Process(target=late, args=("one",))
    first.start()
    print("the main module ends")
