class Employee:
    def __init__(self, name="x"):
        self.name = name
        print('Employee created', name)
    def __del__(self):
        print('Destructor called,', self.name, 'deleted.')
    def hi(self):
        print("hi", self.name)
        return self.name

obj = Employee("a")
del obj
print("after del")
obj = Employee("b")
obj = Employee("c")
print("rebound")
obj = None
print("none")

def create():
    print('Making Object...')
    o = Employee("local")
    print('function end...')
    return 1

print('Calling')
r = create()
print('Program End...')
Employee("temp")
print("after temp")
Employee("t2").hi()
print("after t2")
print(Employee("t3").hi())
print("after t3")
a = Employee("shared")
b = a
del a
print("still")
del b
print("gone")
lst = [Employee("l1"), Employee("l2"), Employee("l3")]
lst.pop()
print("popped")
lst.pop(0)
print("popped 0")
lst.clear()
print("cleared")
lst.append(Employee("ap"))
lst.append(Employee("ap2"))
del lst[0]
print("del item")
lst[0] = None
print("set item")
d = {"k": Employee("dk"), "j": Employee("dj")}
del d["k"]
print("del k")
d.pop("j")
print("pop j")
class Holder:
    def __init__(self):
        self.e = Employee("held")
h = Holder()
h.e = None
print("attr none")
h.e = Employee("held2")
del h.e
print("attr del")
h.e = Employee("held3")
h = None
print("holder gone")
for i in range(3):
    x = Employee(i)
print("loop end")
for e in [Employee("f1"), Employee("f2")]:
    print("loop", e.name)
print("for end")
def f(e):
    print("in f", e.name)
f(Employee("arg"))
print("after f")
def g():
    return Employee("ret")
z = g()
print("have", z.name)
g()
print("thrown away")
