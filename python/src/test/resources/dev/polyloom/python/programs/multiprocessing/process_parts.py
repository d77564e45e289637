"""What processes know of their work, for classes that run it in a way of their own."""
import multiprocessing


class Telling(multiprocessing.Process):
    def __init__(self, results, **more):
        super().__init__(**more)
        self.results = results

    def run(self):
        if self._target:
            self.results.put((self._name, self._target(*self._args, **self._kwargs)))


def joined(*words, by=" "):
    return by.join(words)


if __name__ == "__main__":
    results = multiprocessing.Queue()
    process = Telling(results, target=joined, args=("a", "b"), kwargs={"by": "-"}, name="teller")
    process.start()
    print(results.get())
    process.join()
    print(process.exitcode)
