"""Commands of the shell, run by os."""
import os
import sys
from os import popen

sys.stdout.flush()
print(os.system("echo from the shell"))
print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 4")))
status = os.system("kill -9 $$")
print(status, os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
status = os.system("exit 7")
print(status, os.WIFEXITED(status), os.WEXITSTATUS(status))
os.environ["GREETING"] = "hello"
print(os.popen("echo $GREETING world").read())
with popen("printf 'a\\nb\\n'; exit 2") as lines:
    print([line for line in lines])
pipe = os.popen("echo one; echo two; exit 5")
print(pipe.readline(), pipe.readlines(), pipe.close(), os.popen("true").close())
try:
    os.popen("true", "x")
except ValueError as e:
    print(e)
try:
    os.popen(["ls"])
except TypeError as e:
    print(e)
before = os.sched_getaffinity(0)
os.sched_setaffinity(0, {0})
print(os.sched_getaffinity(0), 0 in before)
