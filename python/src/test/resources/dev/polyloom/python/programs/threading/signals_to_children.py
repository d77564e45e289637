"""Signals to processes that a program starts, with handlers and without."""
import signal
import subprocess
import sys

HANDLER = """
import signal, sys, time
def note(number, frame):
    print("child heard", signal.Signals(number).name, flush=True)
    if number == signal.SIGTERM:
        sys.exit(5)
for each in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGCONT, signal.SIGTERM):
    signal.signal(each, note)
print("ready", flush=True)
%s
"""
for body in ("while True: time.sleep(60)", "while True: pass"):
    with subprocess.Popen([sys.executable, "-c", HANDLER % body], stdout=subprocess.PIPE,
                          text=True) as child:
        print(child.stdout.readline(), end="")
        for number in (signal.SIGUSR1, signal.SIGCONT, signal.SIGUSR2, signal.SIGTERM):
            child.send_signal(number)
            print(child.stdout.readline(), end="")
        print("exit code", child.wait())

IGNORING = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGUSR1, lambda number, frame: print("still there", flush=True))
print("ready", flush=True)
while True: time.sleep(60)
"""
with subprocess.Popen([sys.executable, "-c", IGNORING], stdout=subprocess.PIPE,
                      text=True) as child:
    print(child.stdout.readline(), end="")
    child.terminate()
    child.send_signal(signal.SIGUSR1)
    print(child.stdout.readline(), end="")
    child.kill()
    print("exit code", child.wait())
