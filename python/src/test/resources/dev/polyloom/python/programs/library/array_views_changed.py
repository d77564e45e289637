from array import array

numbers = array("i", range(6))
view = memoryview(numbers)
print([view[i] for i in range(-6, 6)])
view[1] = -7
view[4:6] = array("i", [40, 50])
octets = view.cast("B")
octets[0] = 255
octets[9] = 1
print(numbers.tolist(), octets[9], octets[8:12].tolist(), view[2])
halves = memoryview(array("d", [0.5, 1.5]))
halves[-1] = 2
print(halves[1], halves.tolist(), halves.cast("B")[15])
for index, value in ((6, 1), (0, 2**31), (0, 1.5)):
    try:
        view[index] = value
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(numbers)
