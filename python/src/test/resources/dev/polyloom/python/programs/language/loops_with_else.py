def search(values, wanted):
    for index, value in enumerate(values):
        if value == wanted:
            print("found at", index)
            break
    else:
        print("not found", wanted)


search([1, 2, 3], 2)
search([1, 2, 3], 5)
search([], 1)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while ended")
while True:
    break
else:
    print("never")


def leave():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "returned"
            print("body", i)
        finally:
            print("finally", i)
    return "end"


print(leave())


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "swallowed"


print(override(), swallow())
for i in range(2):
    for j in range(2):
        if j:
            break
        print(i, j)
print("after", i, j)
data = [1, 2, 3, 4]
for value in data:
    if value == 2:
        data.remove(value)
print(data)
d = {"a": 1}
try:
    for key in d:
        d[key + "x"] = 2
except RuntimeError as error:
    print(error)
