import io
import sys


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("flushed")


writer = Writer()
print("a", 2, [3], sep="-", end="!\n", file=writer)
print(file=writer)
print("x", end="", file=writer)
print("y", "z", sep="", file=writer, flush=True)
print(writer.parts)


class Raw(io.IOBase):
    def write(self, text):
        sys.stdout.write("<%d>" % len(text))
        return len(text)


print("test", file=Raw())
print("one", "two", file=Raw())
print()


class Marked:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text.replace("\n", "$\n"))

    def flush(self):
        self.stream.flush()


sys.stdout = Marked(sys.__stdout__)
print("first")
print("second", "third")
sys.stdout = sys.__stdout__


class Loud:
    def __str__(self):
        print("being asked")
        return "loud"


class Broken:
    def __repr__(self):
        raise ValueError("no text")


print("before", Loud(), "after")
print("in a list", [1, Loud()] and Loud())
try:
    print("shown", Broken(), "never shown")
except ValueError as e:
    print("|", e)
try:
    print("list", [1, Broken()])
except ValueError as e:
    print("|", e)
