import asyncio


class Room:
    def __init__(self):
        self.members = {}

    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.say("server", f"{name} joined")
        return self.members[name]

    def leave(self, name):
        self.members.pop(name).put_nowait(None)
        self.say("server", f"{name} left")

    def say(self, who, text):
        for name, inbox in self.members.items():
            if name != who:
                inbox.put_nowait(f"{who}: {text}")


async def member(inbox):
    heard = []
    while (message := await inbox.get()) is not None:
        heard.append(message)
    return heard


async def main():
    room = Room()
    tasks = {}
    for name in ("ann", "bob", "cid"):
        tasks[name] = asyncio.create_task(member(room.join(name)), name=name)
        await asyncio.sleep(0)
    room.say("ann", "hello")
    await asyncio.sleep(0)
    room.say("bob", "hi ann")
    for name in ("cid", "bob", "ann"):
        room.leave(name)
    for name, task in tasks.items():
        print(task.get_name(), await task)
    print(len(room.members), all(t.done() for t in tasks.values()))


asyncio.run(main())
