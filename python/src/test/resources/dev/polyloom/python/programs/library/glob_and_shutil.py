import fnmatch
import glob
import os
import shutil
import tempfile

with tempfile.TemporaryDirectory() as root:
    for name in ("a.txt", "b.py", "sub/c.txt", "sub/deep/d.txt"):
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(name)
    relative = lambda paths: sorted(os.path.relpath(p, root) for p in paths)
    print(relative(glob.glob(root + "/*.txt")), relative(glob.glob(root + "/**/*.txt", recursive=True)), relative(glob.glob(root + "/[ab].*")), sorted(os.listdir(root)))
    shutil.copy(root + "/a.txt", root + "/copy.txt")
    shutil.copytree(root + "/sub", root + "/tree")
    shutil.move(root + "/b.py", root + "/sub/moved.py")
    print(open(root + "/copy.txt").read(), [(os.path.relpath(d, root), sorted(ds), sorted(fs)) for d, ds, fs in sorted(os.walk(root))])
    shutil.rmtree(root + "/tree")
    os.rename(root + "/copy.txt", root + "/renamed.txt")
    os.remove(root + "/a.txt")
    print(sorted(e.name + "/" * e.is_dir() for e in os.scandir(root)), os.path.isdir(root + "/tree"), os.path.getsize(root + "/renamed.txt"))
    for act in (lambda: os.remove(root + "/none"), lambda: os.mkdir(root + "/sub"), lambda: os.rmdir(root + "/sub"), lambda: os.listdir(root + "/none"), lambda: shutil.rmtree(root + "/none"), lambda: os.rename(root + "/x", root + "/y")):
        try:
            act()
        except OSError as error:
            print(type(error).__name__, error.strerror)
print(fnmatch.fnmatch("x.py", "*.py"), fnmatch.filter(["a1", "b2"], "?1"), fnmatch.translate("*.t") != "", shutil.which("no-such-command"))
