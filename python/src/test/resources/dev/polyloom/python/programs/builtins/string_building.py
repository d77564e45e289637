parts = []
for i in range(3):
    parts.append(f"{i}:{i ** 2}")
print(", ".join(parts), "".join(reversed("abc")), "-".join(map(str, range(4))), " ".join("a b  c".split()), "\n".join(["x", "y"]))
text = ""
for c in "hello":
    text += c
    text = text + "."
print(text, len(text), text.count("."), text[::2], text * 2)
table = [("name", "qty"), ("apple", 3), ("fig", 12)]
for name, qty in table:
    print(f"|{name:<8}|{qty:>5}|")
print("=" * 16, "%-8s|%5s" % table[1], "{:<8}|{:^7}|".format(*table[2]), sep="\n")
print("a,b;c".replace(";", ",").split(","), "Mississippi".replace("ss", "SS", 1), "x".join(["only"]), "abc".find("c") == "abc".index("c"), "tEST".swapcase(), "ab" "cd"[1:])
vowels = {v: "programming language".count(v) for v in "aeiou"}
print(vowels, max(vowels, key=vowels.get), "".join(c for c in "programming" if c not in "aeiou"), "racecar" == "racecar"[::-1], sorted(set("banana")))
print("The quick brown fox".title().swapcase(), "one two".partition(" "), "a.b.c".rsplit(".", 1), "%s" * 3 % ("a", "b", "c"), "tab\tend".expandtabs(8), "z".zfill(3), "x=%d" % 3.7)
