import subprocess
import sys

for words in (["gone.py"], ["-m", "gone.module"], ["-c", "import sys; sys.exit(5)"], ["-c", "print(1 / 0)"]):
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True)
    last = done.stderr.strip().splitlines()[-1] if done.stderr else ""
    print(words[0], done.returncode, last.split(": ", 1)[-1].replace(__file__.rsplit("/", 1)[0], ""). rsplit("/", 1)[-1])
try:
    subprocess.run([])
except (IndexError, ValueError) as error:
    print(type(error).__name__)
