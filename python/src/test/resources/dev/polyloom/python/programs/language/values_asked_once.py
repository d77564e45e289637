class Asked:
    """A value that tells each time when its truth is asked."""

    def __init__(self, name, truth):
        self.name = name
        self.truth = truth

    def __bool__(self):
        print("?" + self.name, end=" ")
        return self.truth

    def __repr__(self):
        return "<%s>" % self.name


def no(name):
    return Asked(name, False)


def yes(name):
    return Asked(name, True)


print(no("a") and 1 or 2)
print(yes("a") or 1 and 2)
print((yes("a") or 1) and 2)
print((no("a") and no("b") or no("c")) and 3 or no("d"))
print(no("a") or (no("b") and 1) or yes("c"))
print((no("a") or no("b")) and (yes("c") or 4))
print((yes("a") and (no("b") or yes("c"))) or 5)
print((no("a") and False or False) == False)
if (no("a") and 1) or (yes("b") or 2):
    print("taken")
print([n for n in range(2) if no("a") or yes("b")])
print("x" if (yes("a") and no("b")) or yes("c") else "y")


def chosen(first, second):
    kept = (first and second) or (second and first) or "neither"
    return kept


print(chosen(yes("f"), no("s")))
print(chosen(yes("f"), yes("s")))
print(chosen(0, []), chosen([1], {}), chosen("a", "b"))
