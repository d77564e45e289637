import errno
import getopt
import os
import platform
import posixpath
import secrets
import shutil
import timeit

print(len(secrets.token_bytes(7)), len(secrets.token_hex(4)), type(secrets.token_urlsafe()).__name__)
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(200)), secrets.choice([5]), 0 <= secrets.randbits(8) < 256)
print(secrets.compare_digest("a", "a"), secrets.SystemRandom().randint(3, 3))
for wrong in (lambda: secrets.randbelow(0), lambda: secrets.choice([])):
    try:
        wrong()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
print(errno.ENOENT, errno.errorcode[errno.EEXIST], os.strerror(errno.EACCES), posixpath.join("a", "b"))
print(platform.system() != "", isinstance(platform.machine(), str), platform.python_version().split(".")[0])
print(getopt.getopt(["-v", "--out=x", "rest"], "vo:", ["out="]))
try:
    getopt.getopt(["--bad"], "", [])
except getopt.GetoptError as e:
    print(e, e.opt, e.msg)
timer = timeit.Timer(lambda: None)
print(timer.timeit(5) >= 0, shutil.get_terminal_size((70, 20)).lines > 0)
