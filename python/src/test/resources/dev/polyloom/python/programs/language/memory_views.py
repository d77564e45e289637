from array import array

data = bytearray(b"abcdefgh")
view = memoryview(data)
print(len(view), view[0], view[-1], view.format, view.itemsize, view.readonly, view.nbytes)
view[0] = 65
view[2:4] = b"XY"
print(data, bytes(view[1:5]), view[::2].tolist(), view[::-2].tobytes())
part = view[2:6]
part[0] = 48
print(data, part.obj is data, part.shape, part.strides, view[::2].strides, view[::2].contiguous)
for wrong in (lambda: view.__setitem__(0, 256), lambda: view.__setitem__(0, "a"),
              lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view[100],
              lambda: memoryview(b"ab").__setitem__(0, 1), lambda: memoryview("text"),
              lambda: view.__delitem__(0), lambda: hash(view), lambda: view[::2].cast("H")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
numbers = array("i", [1, -2, 3, 4])
ints = memoryview(numbers)
print(ints.format, ints.itemsize, ints.nbytes, list(ints), ints[1:3].tolist())
ints[2] = 6
ints[0:2] = array("i", [7, 8])
ints[1:] = ints[:-1]
print(numbers, ints == numbers, ints == array("i", [7, 7, 8, 6]))
print(memoryview(array("d", [1.5, 2.5])).tolist(), memoryview(array("B", b"xy")).tolist())
as_bytes = ints.cast("B")
print(len(as_bytes), as_bytes[:4].tolist(), as_bytes[4:8].cast("i")[0], as_bytes.cast("H").tolist())
words = memoryview(bytearray(8)).cast("I")
words[1] = 0x01020304
print(words.obj, words.tolist(), words.hex("-"))
fixed = view.toreadonly()
print(fixed.readonly, hash(memoryview(b"ab")) == hash(b"ab"), fixed == data, b"Ab" == fixed[:2])
with memoryview(b"xyz") as closed:
    print(closed.tolist())
try:
    closed[0]
except ValueError as e:
    print(e)
