"""Text that grows in loops, and what is not text after all."""


def build(count):
    text = ""
    for i in range(count):
        text += str(i) + ","
        if len(text) % 97 == 0:
            text += "!"
    return text


def changing(values):
    result = "start"
    for value in values:
        try:
            result += value
        except TypeError as error:
            result += " (" + str(error) + ")"
    return result


def lists(count):
    items = ""
    for i in range(count):
        if i == 2:
            items = ["now", "a", "list"]
        if i < 2:
            items += "x"
        else:
            items += [i]
    return items


def unset(flag):
    if flag:
        out = ""
    for i in range(2):
        out += "more"
    return out


def reset(count):
    line = ""
    lines = []
    for i in range(count):
        line += chr(ord("a") + i % 26)
        if len(line) > 150:
            lines.append(line)
            line = ""
    del i
    return lines, line


def kept(count):
    text = "-" * 200
    before = []
    for i in range(count):
        before.append(text)
        text += "%d" % i
    return [len(each) for each in before], text[-3:], text.count("-")


class Plus(str):
    def __add__(self, other):
        return Plus(str(self) + "+" + str(other))


class Right:
    def __radd__(self, other):
        return f"<{other[-2:]}>"


def special():
    text = "z" * 130
    for each in ("a", Right(), "b", Plus("c"), "d"):
        text += each
    return text


def gather():
    out = ""
    for i in range(3):
        yield out
        out += f"{i}:"
    yield out


print(build(120))
print(changing(["a", "b", 3, "c", None]))
print(lists(4))
print(unset(True))
try:
    unset(False)
except UnboundLocalError as error:
    print(error)
print(reset(310))
print(kept(5))
print(special())
print(list(gather()))
print(len(build(30000)))
