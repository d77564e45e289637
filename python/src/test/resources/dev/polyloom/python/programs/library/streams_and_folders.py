import io
import os
import sys
import tempfile

stream = io.BytesIO(b"hello world")
buffer = bytearray(5)
print(stream.readinto(buffer), buffer)
print(stream.readinto(memoryview(buffer)[1:]), buffer, stream.tell())
print(stream.readinto(bytearray(9)), stream.readinto(buffer))
path = os.path.join(tempfile.mkdtemp(), "bytes")
with open(path, "wb") as file:
    file.write(b"abc")
with open(path, "rb") as file:
    print(file.readinto(buffer), buffer)
with open(path, "rb", buffering=0) as file:
    print(file.readinto(buffer), buffer)
print(tempfile.gettempdirb() == os.fsencode(tempfile.gettempdir()), tempfile.gettempprefixb())
print(sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
