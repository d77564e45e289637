"""What threads know of their work, for classes that run it in a way of their own."""
import threading


class Answering(threading.Thread):
    answer = None

    def run(self):
        if self._target is not None:
            self.answer = self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        super().join(timeout)
        return self.answer


def weighed(weight, times=1):
    return weight * times


one = Answering(target=weighed, args=(3,), kwargs={"times": 4})
one.start()
print(one.join())
none = Answering()
print(none._target, none._args, none._kwargs)
none.start()
print(none.join())


class Renamed(threading.Thread):
    def __init__(self):
        super().__init__()
        self._name = "mine"
        self._args = (1, 2)

    def run(self):
        print(self.name, self._args, threading.current_thread().name)


renamed = Renamed()
renamed.start()
renamed.join()

print(threading.stack_size(), threading.stack_size(1 << 18), threading.stack_size(0), threading.stack_size())
for wrong in (100, -1):
    try:
        threading.stack_size(wrong)
    except ValueError as error:
        print(error)
