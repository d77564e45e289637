import glob
import os
import shutil
import tempfile

top = tempfile.mkdtemp(prefix="poly")
os.chdir(top)
os.mkdir("one")
os.makedirs("two/three/four")
os.makedirs("two/three", exist_ok=True)
for name in ("a.txt", "one/b.txt", "two/c.py", "two/three/d.txt"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir()), sorted(os.listdir("two")), os.getcwd() == os.path.realpath(top))
for folder, folders, files in sorted(os.walk(".")):
    print(folder, sorted(folders), sorted(files))
print([f for f, _, _ in os.walk("two", topdown=False)])
with os.scandir(".") as entries:
    print(sorted((e.name, e.is_dir(), e.is_file()) for e in entries))
print(os.path.isfile("a.txt"), os.path.isdir("one"), os.path.exists("nope"), os.path.getsize("a.txt"), os.stat("a.txt").st_size)
os.rename("a.txt", "z.txt")
os.replace("z.txt", "one/z.txt")
print(sorted(glob.glob("**/*.txt", recursive=True)), sorted(glob.glob("*/?.txt")), glob.glob("*.nope"))
print(shutil.copy("one/z.txt", "copy.txt"), shutil.copy("one/z.txt", "two"), shutil.move("copy.txt", "moved.txt"))
shutil.copytree("two", "three", ignore=shutil.ignore_patterns("*.py"))
print(sorted(os.listdir("three")), open("three/three/d.txt").read())
shutil.rmtree("three")
os.remove("moved.txt")
os.rmdir("two/three/four")
print(sorted(os.listdir(".")), shutil.which("no-such-command"))
for wrong in (
    lambda: os.mkdir("one"),
    lambda: os.rmdir("one"),
    lambda: os.remove("nope"),
    lambda: os.remove("one"),
    lambda: os.listdir("nope"),
    lambda: os.makedirs("one"),
    lambda: os.rename("nope", "x"),
    lambda: os.stat("nope"),
    lambda: os.mkdir("no/where"),
    lambda: shutil.rmtree("nope"),
    lambda: os.chdir("nope"),
    lambda: open("one"),
    lambda: os.listdir("one/b.txt"),
):
    try:
        wrong()
    except OSError as e:
        print(type(e).__name__, e)
os.chdir("/")
shutil.rmtree(top)
print(os.path.exists(top))
