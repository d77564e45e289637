import tempfile
from pathlib import Path, PurePath, PurePosixPath

p = Path("/usr/local/lib/python3.11/site.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.anchor, p.root, p.is_absolute())
print(list(p.parents)[:2], len(p.parents), p.parents[-1], p.with_name("x.py"), p.with_suffix(".zip"), p.with_stem("q"))
print(Path("a") / "b" / "../c", "x" / Path("y"), Path("a", "b"), Path(), Path("."), Path("a//b/./c/"), PurePath("z"))
print(p.relative_to("/usr"), p.is_relative_to("/opt"), p.match("*.gz"), p.match("lib/*/*.gz"), Path("a") == Path("a/"), Path("a") < Path("b"))
print(PurePosixPath("a/b").as_posix(), hash(Path("a")) == hash(Path("a")), p.as_uri())
print(sorted([Path("b"), Path("a/z"), Path("a")]), isinstance(p, PurePath), p.joinpath("m", "n").parts[-2:])
with tempfile.TemporaryDirectory() as name:
    top = Path(name)
    f = top / "f.txt"
    print(f.exists(), f.write_text("hello\nworld"), f.read_text(), f.exists(), f.is_file(), f.stat().st_size)
    print(f.write_bytes(b"\x00\x01"), f.read_bytes(), f.is_dir())
    (top / "d" / "e").mkdir(parents=True)
    (top / "d").mkdir(exist_ok=True)
    for each in ("d/x.py", "d/e/y.py", "z.py"):
        (top / each).touch()
    print(sorted(q.name for q in top.iterdir()), sorted(q.name for q in top.glob("*.py")))
    print(sorted(str(q.relative_to(top)) for q in top.rglob("*.py")), sorted(q.name for q in top.glob("**/*")))
    with (top / "z.py").open("w") as out:
        out.write("x = 1\n")
    print((top / "z.py").read_text(), f.rename(top / "g.txt").name, f.exists(), (top / "d").resolve().name)
    (top / "z.py").unlink()
    (top / "z.py").unlink(missing_ok=True)
    for wrong in (
        lambda: (top / "nope").read_text(),
        lambda: (top / "d").mkdir(),
        lambda: (top / "q" / "r").mkdir(),
        lambda: (top / "z.py").unlink(),
        lambda: (top / "d").rmdir(),
    ):
        try:
            wrong()
        except OSError as e:
            print(type(e).__name__, e.errno, e.strerror, Path(e.filename).name)
for wrong in (lambda: p.relative_to("/opt"), lambda: Path("/").with_name("x"), lambda: p.with_suffix("x"), lambda: Path("a") / 5, lambda: Path(5)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
