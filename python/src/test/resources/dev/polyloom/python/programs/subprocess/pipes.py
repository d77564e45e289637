"""Processes that run beside the program, and pipes to them."""
import signal
import subprocess
import threading
import time
from subprocess import PIPE, Popen, TimeoutExpired

with Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True) as cat:
    for word in ("one", "two"):
        cat.stdin.write(word + "\n")
        cat.stdin.flush()
        print("back", repr(cat.stdout.readline()))
    cat.stdin.close()
    print(cat.wait(), cat.poll(), repr(cat.stdout.read()))
print(cat)

p = Popen(["sort"], stdin=PIPE, stdout=PIPE, stderr=PIPE)
print(p.communicate(b"b\nc\na\n"), p.returncode)

p = Popen("for i in 1 2 3; do echo line $i; done", shell=True, stdout=PIPE,
          universal_newlines=True, bufsize=1)
for line in p.stdout:
    print(line.rstrip())
print(p.wait())

first = Popen(["printf", "x\\ny\\nz\\n"], stdout=PIPE)
print([line for line in iter(first.stdout.readline, b"")])
first.wait()

sleeper = Popen(["sleep", "30"])
print(sleeper.poll(), sleeper.pid > 0, sleeper)
try:
    sleeper.wait(timeout=0.1)
except TimeoutExpired as e:
    print(e)
sleeper.terminate()
print(sleeper.wait(), sleeper.returncode == -signal.SIGTERM, sleeper)
sleeper.terminate()

for act in (Popen.kill, lambda p: p.send_signal(signal.SIGUSR1)):
    killed = Popen(["sleep", "30"])
    act(killed)
    print(killed.wait())

slow = Popen("echo early; sleep 0.6; echo late", shell=True, stdout=PIPE, text=True)
try:
    slow.communicate(timeout=0.2)
except TimeoutExpired as e:
    print(e.timeout, e.stdout)
print(slow.communicate())

echo = Popen(["cat"], stdin=PIPE, stdout=PIPE)


def feed():
    for n in range(3):
        echo.stdin.write(b"%d\n" % n)
    echo.stdin.close()


feeder = threading.Thread(target=feed)
feeder.start()
print(echo.stdout.read())
feeder.join()
print(echo.wait())

big = Popen(["cat"], stdin=PIPE, stdout=PIPE)
out, err = big.communicate(b"x" * 1_000_000)
print(len(out), err)

gone = Popen(["true"], stdin=PIPE)
gone.wait()
try:
    for _ in range(100):
        gone.stdin.write(b"y" * 100_000)
        gone.stdin.flush()
except BrokenPipeError as e:
    print("broken:", e)
try:
    gone.stdin.close()
except BrokenPipeError:
    pass

results = []


def work(n):
    with Popen(["sh", "-c", "sleep 0.1; exit %d" % n]) as child:
        child.wait()
    results.append(child.returncode)


start = time.time()
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), time.time() - start < 5)
print(issubclass(subprocess.CalledProcessError, subprocess.SubprocessError),
      issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError),
      subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
