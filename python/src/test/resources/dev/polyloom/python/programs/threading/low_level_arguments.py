import _thread
import sys
import threading

for arguments in (1, ()), (print, []), (print, (), []):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as e:
        print(e)
print(_thread.stack_size(), _thread.stack_size(512 * 1024), threading.stack_size())
print(threading.stack_size(0), _thread.stack_size())
for size in -1, 100:
    try:
        _thread.stack_size(size)
    except ValueError as e:
        print(e)
try:
    sys.intern(0)
except TypeError as e:
    print(e)
