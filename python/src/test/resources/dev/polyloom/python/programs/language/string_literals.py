print("tab\there", 'single \'quoted\'', "new\\nline", r"raw\n\t", b"\x41\101\n", "\x41\u0042\U00000043\103\0end"[0:5])
print("""triple
  "quoted" 'text'
end""")
print("joined "
      'across ' """lines""")
print('a' 'b' f"{1}" r"\d" "é")
print("back\
slash", len("\\"), len(r"\\"), r"\"", "\a\b\f\v".encode())
print(u"unicode", rb"raw\bytes", Rb"\x", bR'\y', F"{2}", fR"\{3}")
print("%", "%%", "{}", f"{{}}", "#not a comment", '"', "'")
print("\N{GREEK SMALL LETTER ALPHA}\N{SNOWMAN}", "\u2603" == "☃", "a\u0301", len("a\u0301"))
print(repr("\ud800"), ascii("\U0001f600"), "\x7f".isprintable(), repr("\x85\u2028\ue000\U000e0001"))
print("caf\xe9", "tab:\t|", repr("\r\n"), "\1\2"[0] == chr(1), "\777" == chr(511))
name, items, price = "Ann", [1, 2], 9.5
print(f"{name!r:>8}|{name:^9}|{items}|{price:8.3f}|{price:<8}|{name[0]}{name[::-1]}|{items[1] * 2}|{len(items)}")
print(f"{name.upper():*^11}", f"{'yes' if items else 'no'}", f"{price:,.2f}{'%'}", f"{price!s}", f"{items!r}")
print(f"{1:>{5}}|{2:0>{len(name)}}|{'x':{'>'}{4}}|", f"{name}" f"{price}", f'{"inner"}', f"{ 1 + 2 }", f"{1,2}", f"{(1,)}")
print(f"{name=} {price=:.1f} {items=!s} {len(name) = } {1+1=}")
print("skip", f"{3:{'0'}>{2 + 1}}", f"{-5:+}", f"{5:-}", f"{True!r}")
print(f"line one {name}\n"
      f"line two {price}")
print("{0}{1}{0}".format("ab", "c"), "x".join("abc"), "-" * 10, "=" * 0 + "|", "a" "b" * 2)
print(str.format("{:>4}", 5), "{:{}}".format("a", "<3") + "|", "{!r}".format("q"), "{0:.{1}f}".format(3.14159, 2))
long = ("this is a long "
        "implicitly joined "
        f"string with {name}")
print(long, len(long))
print("a" in "abc", "abc"[1], "abc"[-1], "abc"[5:], "abc"[::-1], "é"[0], "日本語"[1], "日本語"[::-1], len("日本語"))
