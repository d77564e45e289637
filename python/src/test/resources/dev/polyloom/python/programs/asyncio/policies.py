"""Policies of event loops: the default one, and one of the program."""
import asyncio
import threading


async def answer():
    return asyncio.get_running_loop() is asyncio.get_event_loop()


policy = asyncio.get_event_loop_policy()
print(type(policy).__name__, isinstance(policy, asyncio.DefaultEventLoopPolicy))
print(policy is asyncio.get_event_loop_policy())
print(asyncio.run(answer()))


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        self.made += 1
        return super().new_event_loop()


counting = Counting()
asyncio.set_event_loop_policy(counting)
print(asyncio.run(answer()), counting.made)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(answer()), counting.made)
loop.close()


def elsewhere():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=elsewhere, name="other")
thread.start()
thread.join()
for wrong in (3, "loop"):
    try:
        asyncio.set_event_loop_policy(wrong)
    except TypeError as error:
        print(error)
asyncio.set_event_loop_policy(None)
print(asyncio.run(answer()), counting.made)
