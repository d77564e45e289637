class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", self.n)
def main():
    items = []
    for i in range(3):
        items.append(C(i))
    print("filled")
    items.pop(0)
    print("popped")
    items = None
    print("dropped")
    a = C("a")
    a = C("b")
    print("re")
    del a
    print("del a")
    with C("w") as w:
        print("in")
    print("out")
    w = None
    print("w none")
    x = [C("q") for _ in range(2)]
    del x[:]
    print("cleared")
    d = {"k": C("k")}
    d["k"] = C("k2")
    print("set")
    del d["k"]
    print("deleted")
    t = C("end")
    def inner():
        return t.n
    print(inner())
    try:
        e = C("try")
        raise KeyError("k")
    except KeyError as ex:
        print("handler", ex)
    finally:
        print("finally")
    print("main end")
main()
print("after main")
