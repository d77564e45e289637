"""The output of one program is the input of the next."""
import subprocess
from subprocess import PIPE, Popen

first = Popen(["printf", "pear\\napple\\nfig\\n"], stdout=PIPE)
second = Popen(["sort"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait(), second.returncode)

first = Popen(["printf", "a\\nb\\nc\\n"], stdout=PIPE, text=True)
second = Popen(["grep", "-v", "b"], stdin=first.stdout, stdout=PIPE, text=True)
third = Popen(["tr", "a-z", "A-Z"], stdin=second.stdout, stdout=PIPE, text=True)
print(third.stdout.read().split(), [each.wait() for each in (first, second, third)])

endless = Popen(["yes"], stdout=PIPE)
head = Popen(["head", "-n", "2"], stdin=endless.stdout, stdout=PIPE, text=True)
endless.stdout.close()
print(repr(head.communicate()[0]), endless.wait())

first = Popen(["printf", "x\\ny\\nz\\n"], stdout=PIPE)
print(first.stdout.readline())
rest = subprocess.run(["cat"], stdin=first.stdout, capture_output=True)
print(rest.returncode)
