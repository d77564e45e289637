import textwrap
import uuid


def write(cases, count):
    r = cases.random
    words = ["a", "word", "longer", "hyphen-ated", "em--dash", "x-y-z", "e.g.", "incomprehensibilities", "1-2", "--option", "é", "😀", "end.", "(par)", "well-known-fact"]
    white = [" ", " ", " ", "  ", "\n", "\t", "\n\n"]

    def text():
        return "".join(r.choice(words) + r.choice(white) for _ in range(r.randint(0, 12)))

    def lines():
        return "".join(r.choice(["", "  ", "    ", "\t", " "]) + r.choice(words + [""]) + r.choice(["\n", "\n", " \n", ""]) for _ in range(r.randint(0, 5)))

    for i in range(count):
        cases.add("wrap", lambda t, w, a, b, c, d: textwrap.wrap(t, w, initial_indent=a, subsequent_indent=b, break_long_words=c, break_on_hyphens=d),
                  text(), r.choice([0, 1, 5, 10, 20, 40]), r.choice(["", "* "]), r.choice(["", "  "]), r.choice([True, True, False]), r.choice([True, True, False]))
        cases.add("lines", lambda t, w, n, p: textwrap.wrap(t, w, max_lines=n, placeholder=p), text(), r.choice([5, 10, 20]), r.choice([1, 2, 3]), r.choice([" [...]", "...", ""]))
        cases.add("shorten", lambda t, w: textwrap.shorten(t, w), text(), r.choice([3, 6, 10, 20, 60]))
        cases.add("dedent", textwrap.dedent, lines())
        cases.add("indent", textwrap.indent, lines(), r.choice(["> ", "  "]))
        u = uuid.UUID(int=r.getrandbits(128))
        cases.add("uuid", lambda t: [str(uuid.UUID(t)), repr(uuid.UUID(t)), uuid.UUID(t).hex, uuid.UUID(t).bytes, uuid.UUID(t).version, uuid.UUID(t).int], r.choice([str(u), u.hex, u.urn, "{%s}" % u, str(u).upper(), "12", str(u)[:-1] + "g", str(uuid.uuid4())]))
        cases.add("uuid3", lambda n: str(uuid.uuid3(uuid.NAMESPACE_DNS, n)), r.choice(["python.org", "é", ""]))
        cases.add("uuid5", lambda n: str(uuid.uuid5(uuid.NAMESPACE_DNS, n)), r.choice(["python.org", "é", ""]))
        cases.add("version4", lambda b: str(uuid.UUID(bytes=b, version=4)), r.randbytes(16))
