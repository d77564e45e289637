from multiprocessing import Manager, Process


def fill(shared, numbers, lock, i):
    with lock:
        shared[i] = i * 10
        numbers.append(i)


def update(namespace):
    namespace.x += 1
    namespace.text = "changed"


if __name__ == "__main__":
    with Manager() as manager:
        shared, numbers, lock = manager.dict(), manager.list([100]), manager.Lock()
        ps = [Process(target=fill, args=(shared, numbers, lock, i)) for i in range(4)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(shared.items()), sorted(numbers), len(shared), 2 in shared, shared.get("none"), shared.pop(0))
        print(dict(sorted(shared.items())), numbers[0], numbers[-2:] != [], type(shared).__name__, type(numbers).__name__)
        namespace = manager.Namespace(x=1)
        p = Process(target=update, args=(namespace,))
        p.start()
        p.join()
        print(namespace.x, namespace.text)
        value, array, event, q = manager.Value("i", 5), manager.Array("i", [1, 2]), manager.Event(), manager.Queue()
        value.value += 1
        array[0] = 9
        event.set()
        q.put("item")
        print(value.value, array[0], event.is_set(), q.get(), q.empty())
        print(array, len(array), list(array), array[:], type(array).__name__)
        nested = manager.list()
        nested.append({"plain": 1})
        nested[0]["plain"] = 2
        print(nested[0])
        copy = nested[0]
        copy["plain"] = 3
        nested[0] = copy
        print(nested[0], str(numbers)[:5], [x * 2 for x in manager.list([1, 2])])
        try:
            shared["missing"]
        except KeyError as error:
            print(error)
        try:
            numbers[99]
        except IndexError as error:
            print(error)
