import fnmatch
import os.path
from pathlib import Path

names = ["main.py", "test_a.py", "README", "data.csv", ".hidden", "x[1].txt"]
for pattern in ("*.py", "test_*", "[A-Z]*", "?*.???", "*[[]*", "[!.]*"):
    print(pattern, fnmatch.filter(names, pattern))
print(fnmatch.fnmatch("a/b.py", "*.py"), fnmatch.fnmatchcase("A", "a"))
for name in names:
    p = Path("src") / name
    print(p, p.stem, repr(p.suffix), os.path.splitext(name), p.match("*.py"))
print(sum(1 for _ in Path("/").parents), Path("/") / "a", Path("a").parent, Path("a").parent.parent)
print({Path("a"): 1}[Path("./a")], str(Path("..") / "x"), Path("a/b").is_relative_to("a"))
