from multiprocessing import Process, Value


def count(number, total):
    number.value += 1
    total.value -= 0.5


if __name__ == "__main__":
    number, total = Value("i", 0), Value("d", 100.0, lock=False)
    processes = [Process(target=count, args=(number, total)) for _ in range(100)]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    print(number.value, total.value)
