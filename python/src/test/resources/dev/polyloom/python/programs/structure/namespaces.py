import types
from types import FunctionType, GeneratorType, MappingProxyType, MethodType, SimpleNamespace

ns = SimpleNamespace(a=1, b="two")
ns.c = [3]
print(ns, ns.a, ns == SimpleNamespace(a=1, b="two", c=[3]), vars(ns))
del ns.a
print(ns, hasattr(ns, "a"), SimpleNamespace())
ns.me = ns
print(ns)
base = {"x": 1}
proxy = MappingProxyType(base)
base["y"] = 2
print(proxy, proxy["y"], "x" in proxy, len(proxy), list(proxy.items()), proxy.get("q", 0), proxy == {"x": 1, "y": 2})
try:
    proxy["z"] = 1
except TypeError as error:
    print(error)


class A:
    def method(self):
        return "method of " + type(self).__name__


def generate():
    yield 1


def shout(self):
    return "SHOUT"


a = A()
print(isinstance(generate, FunctionType), isinstance(a.method, MethodType), isinstance(generate(), GeneratorType))
print(isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(types, types.ModuleType))
a.shout = MethodType(shout, a)
print(a.shout(), isinstance(None, types.NoneType), types.NoneType, isinstance(int | str, types.UnionType))
print(types.SimpleNamespace(**{"k": 1}), isinstance(list[int], types.GenericAlias))
