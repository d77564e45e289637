from pathlib import Path, PurePosixPath
import tempfile

p = PurePosixPath("/usr/local/lib/archive.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents)[-1], p.parts, p.root, p.anchor, p.is_absolute(), str(p.relative_to("/usr")))
print(p / "x", p.with_name("y.txt"), p.with_suffix(".zip"), p.with_stem("z"), p.joinpath("a", "b"), p.match("*.gz"), p == PurePosixPath("/usr/local/lib/archive.tar.gz"), PurePosixPath("a//b/./c/../d"), PurePosixPath(""), PurePosixPath("a") < PurePosixPath("b"), "root" / PurePosixPath("sub"), p.as_posix(), repr(PurePosixPath("x")))
with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / "sub" / "deep").mkdir(parents=True)
    f = root / "sub" / "f.txt"
    print(f.write_text("line one\nline two\n"), f.read_text().splitlines(), f.exists(), f.is_file(), f.is_dir(), f.stat().st_size)
    (root / "sub" / "g.py").touch()
    (root / "b.bin").write_bytes(b"\x00\x01")
    print(sorted(x.name for x in (root / "sub").iterdir()), sorted(x.name for x in root.rglob("*.*")), [x.name for x in root.glob("*/*.py")], (root / "b.bin").read_bytes())
    g = f.rename(root / "moved.txt")
    print(g.name, f.exists())
    with g.open("a") as out:
        out.write("more")
    print(g.read_text()[-4:])
    g.unlink()
    g.unlink(missing_ok=True)
    for act in (g.unlink, (root / "sub").rmdir, lambda: (root / "sub").mkdir(), lambda: g.read_text(), lambda: p.relative_to("/etc"), lambda: p.with_name("a/b")):
        try:
            act()
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).split(":")[0].replace(folder, "TMP"))
    (root / "sub").mkdir(exist_ok=True)
    print((root / "sub" / "deep").rmdir(), Path.cwd() == Path(".").resolve(), Path("~").expanduser() == Path.home())
