from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()


class Machine:
    transitions = {(State.IDLE, "start"): State.RUNNING, (State.RUNNING, "finish"): State.DONE, (State.RUNNING, "pause"): State.IDLE}

    def __init__(self):
        self.state, self.history, self.listeners = State.IDLE, [], []

    def on(self, listener):
        self.listeners.append(listener)
        return listener

    def send(self, event):
        try:
            after = self.transitions[self.state, event]
        except KeyError:
            raise ValueError(f"no {event!r} in {self.state.name}") from None
        before, self.state = self.state, after
        self.history.append(event)
        for listener in self.listeners:
            listener(before, after)
        return self


m = Machine()


@m.on
def log(before, after):
    print(f"{before.name:>8} -> {after.name}")


m.send("start").send("pause").send("start").send("finish")
try:
    m.send("start")
except ValueError as error:
    print(error, error.__cause__, error.__suppress_context__)
print(m.history, m.state, m.state is State.DONE, [s.value for s in State])


def tokens(text):
    word = ""
    for c in text + " ":
        if c.isalnum():
            word += c
        else:
            if word:
                yield ("number", int(word)) if word.isdigit() else ("name", word)
            word = ""
            if c in "+-*/()=":
                yield "operator", c


print(list(tokens("x1 = 3*(y+42)")))
