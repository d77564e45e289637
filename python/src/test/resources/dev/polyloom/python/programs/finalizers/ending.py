import atexit


class Named:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def __del__(self):
        print("del", self.name)


class Holder:
    def __init__(self, name):
        self.held = Named(name)


second = Named("replaced")
first = Named("first")
second = Named("second")
_hidden = Named("hidden")
outer = Named("outer", Named("inner"))
appended = []
for number in range(3):
    appended.append(Named(f"appended {number}"))
written = [Named("written 1"), Named("written 2")]
holder = Holder("held")
loop = Named("loop")
loop.other = loop


class Registry:
    items = []


Registry.items.append(Named("of the class"))


def function():
    return first


atexit.register(print, "atexit")
print("end")
