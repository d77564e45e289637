n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
low, high, wanted = 0, 100, 37
while low <= high:
    middle = (low + high) // 2
    if middle == wanted:
        print("found", middle)
        break
    low, high = (middle + 1, high) if middle < wanted else (low, middle - 1)
else:
    print("not found")
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 8:
        break
    print(i, end=" ")
print()
for i in range(3):
    for j in range(3):
        if i * j == 2:
            print("leave inner", i, j)
            break
        if j > i:
            continue
        print((i, j), end=" ")
    else:
        print("row", i)
while i:
    i -= 1
    try:
        if i == 1:
            continue
        print("try", i)
    finally:
        print("finally", i)
else:
    print("else", i)
for x in []:
    pass
else:
    print("nothing to loop over")
for i in range(5, 0, -2):
    print(i, end=",")
    i = 100
print(i)
