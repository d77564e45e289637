"""Commands that are run to their end."""
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

done = subprocess.run(["echo", "hello"], capture_output=True)
print(done)
print(done.args, done.returncode, done.stdout, done.stderr)
print(subprocess.run(["echo", "héllo"], capture_output=True, text=True))
print(subprocess.run("echo a b | tr a-z A-Z; echo no >&2; exit 3", shell=True,
                     capture_output=True, text=True))
print(subprocess.run(["cat"], input="one\r\ntwo\n", text=True, stdout=subprocess.PIPE).stdout)
print(subprocess.run(["cat"], input=b"\x00\xff", stdout=subprocess.PIPE).stdout)
print(subprocess.run(["cat"], stdin=subprocess.DEVNULL, capture_output=True).stdout)
print(subprocess.run("echo o; echo e >&2", shell=True, stdout=subprocess.PIPE,
                     stderr=subprocess.STDOUT, encoding="utf-8").stdout.splitlines())

print("shown before", flush=True)
print(subprocess.call(["echo", "shown"]), flush=True)
print(subprocess.call("exit 5", shell=True))
print(subprocess.check_call(["true"]))
print(subprocess.check_output(["echo", "-n", "x y"]))
print(subprocess.getoutput("echo first; echo second"))
print(subprocess.getstatusoutput("echo bad; exit 9"))
print(subprocess.call(["sh", "-c", "echo unseen"], stdout=subprocess.DEVNULL))

for act in (
    lambda: subprocess.run(["false"], check=True),
    lambda: subprocess.check_call(["sh", "-c", "exit 4"]),
    lambda: subprocess.check_output("echo partly; exit 2", shell=True, text=True),
    lambda: subprocess.run(["sleep", "30"], timeout=0.25, stdout=subprocess.PIPE),
    lambda: subprocess.run("echo soon; exec sleep 30", shell=True, timeout=0.5,
                           capture_output=True, text=True),
    lambda: subprocess.run(["no-such-program-here"]),
    lambda: subprocess.run(["ls"], cwd="/no/such/folder"),
    lambda: subprocess.run(["/etc/passwd"]),
    lambda: subprocess.run(["cat"], input="x", stdin=subprocess.PIPE),
    lambda: subprocess.run(["cat"], capture_output=True, stdout=subprocess.PIPE),
    lambda: subprocess.check_output(["ls"], stdout=subprocess.PIPE),
    lambda: subprocess.run("kill -TERM $$", shell=True, check=True),
    lambda: subprocess.run(["cat"], input="text", stdout=subprocess.PIPE),
):
    try:
        print("no error", act())
    except subprocess.CalledProcessError as e:
        print(type(e).__name__, e, e.returncode, e.cmd, repr(e.output), e.stdout, e.stderr)
    except subprocess.TimeoutExpired as e:
        print(type(e).__name__, e, e.cmd, e.timeout, e.output, e.stderr)
    except OSError as e:
        print(type(e).__name__, e, e.errno, e.filename)
    except Exception as e:
        print(type(e).__name__, e)

os.environ["GREETING"] = "from here"
print(subprocess.check_output("echo $GREETING", shell=True, text=True), end="")
print(subprocess.check_output("echo [$GREETING] $OWN", shell=True, text=True,
                              env={"OWN": "own", "PATH": os.environ["PATH"]}), end="")
with tempfile.TemporaryDirectory() as folder:
    print(subprocess.check_output(["pwd"], cwd=folder, text=True).strip()
          == os.path.realpath(folder))
    path = os.path.join(folder, "out.txt")
    with open(path, "w") as file:
        file.write("head\n")
        file.flush()
        subprocess.run(["echo", "body"], stdout=file)
        file.write("tail\n")
    print(open(path).read().split())
    with open(path) as file:
        print(subprocess.check_output(["wc", "-l"], stdin=file).strip())

with ThreadPoolExecutor(4) as pool:
    outs = pool.map(lambda n: subprocess.check_output(["echo", str(n)], text=True).strip(),
                    range(8))
    print(list(outs))
try:
    subprocess.CompletedProcess(["x"], 1, "o", "e").check_returncode()
except subprocess.SubprocessError as e:
    print(repr(e), e.stderr)
