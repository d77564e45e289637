import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
number = contextvars.ContextVar("number")


async def handle(name):
    token = user.set(name)
    await asyncio.sleep(0)
    seen = user.get()
    user.reset(token)
    return seen, user.get()


async def main():
    user.set("main")
    print(await asyncio.gather(handle("a"), handle("b")), user.get())
    await handle("direct")
    task = asyncio.create_task(handle("t"))
    user.set("changed")
    print(await task, user.get())
    try:
        number.get()
    except LookupError as error:
        print(type(error).__name__, number.get("fallback"))
    context = contextvars.copy_context()
    print(context.run(lambda: (user.set("inside"), user.get())[1]), user.get(), context[user], user in context, number in context)
    print(await asyncio.to_thread(user.get), user.name)
    token = number.set(1)
    print(token.var is number, token.old_value is contextvars.Token.MISSING, number.get())
    number.reset(token)
    try:
        number.reset(token)
    except RuntimeError as error:
        print(str(error)[-25:])


asyncio.run(main())
print(user.get())
