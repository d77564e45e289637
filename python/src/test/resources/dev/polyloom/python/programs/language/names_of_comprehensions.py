"""Comprehensions whose variables have any name, and texts that look like calls."""
import asyncio

results = [{"a": 1}, None, {"a": 3}]
[print(f"{result['a']}") for result in results if result]
print([result for result in results], {source for source in "aab" if source > "a"})
print({result: source for result, source in zip("ab", "cd")})
result = 5
source = [1, 2]
print([result + each for each in source], [source[each] for each in range(2)])


def nested(result, source):
    return [[result * source for source in range(source)] for result in range(result)]


print(nested(2, 3))


async def texts():
    try:
        await asyncio.gather(asyncio.sleep(0))
        raise ValueError("none")
    except ValueError:
        print(f"no release().\n"
              f"called (often) from main()")
    [print(f"{result}()") for result in await asyncio.gather(asyncio.sleep(0, "run"))]


asyncio.run(texts())
print(f"call(me) \"quoted(it)\" \\(no)", f"f(x)" + str(len("g(y)")))
print("%s()" % f"h(z)", f"i(j)".upper())
