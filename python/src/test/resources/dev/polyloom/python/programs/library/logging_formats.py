import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-8s|%(name)s|%(message)s")
logging.debug("plain %s and %d", "text", 5)
logging.info("mapping %(a)s", {"a": 1})
log = logging.getLogger("app.db")
log.warning("careful")
log.error("bad %r", [1])
log.critical("worse")
log.log(25, "between")
print(log, logging.getLogger(), log.parent, log.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(10))
print(logging.getLogger("app"), logging.getLogger("app") is log.parent, logging.getLogger("app.db") is log, log.getChild("x").name)
log.setLevel("ERROR")
log.warning("hidden")
log.propagate = False
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname}:{threadName}:{processName}:{funcName}:{message}", style="{"))
log.addHandler(handler)


def work():
    log.error("in a function")
    try:
        1 / 0
    except ZeroDivisionError as e:
        log.error("caught %s", e)
    logging.getLogger("other").info("elsewhere")


work()
print(handler, log.handlers, log.hasHandlers(), handler.level)
logging.addLevelName(15, "NOTICE")
print(logging.getLevelName(15), logging.getLevelName("NOTICE"), logging.getLevelName(17), logging.getLevelName("WARN"))


class Only(logging.Filter):
    def filter(self, record):
        return "keep" in record.getMessage()


quiet = logging.getLogger("quiet")
quiet.addFilter(Only())
quiet.info("drop this")
quiet.info("keep this")
adapter = logging.LoggerAdapter(quiet, {"user": "ann"})
out = io.StringIO()
special = logging.StreamHandler(out)
special.setFormatter(logging.Formatter("%(asctime)s %(user)s %(message)s", datefmt="now"))
quiet.addHandler(special)
adapter.info("keep %d", 3)
quiet.info("keep extra", extra={"user": "bob"})
print(out.getvalue(), end="")


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


class Memory(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


memory = Memory()
memory.setFormatter(Shout("%(name)s %(message)s"))
root = logging.getLogger()
root.addHandler(memory)
root.info("low")
root.warning("high")
print(memory.lines, memory)
logging.disable(logging.CRITICAL)
root.critical("nothing")
logging.disable(logging.NOTSET)
print(logging.makeLogRecord({"msg": "hi %s", "args": ("you",)}).getMessage())
for wrong in (
    lambda: log.setLevel("LOUD"),
    lambda: logging.Formatter("no fields"),
    lambda: logging.Formatter("x", style="?"),
    lambda: logging.basicConfig(bogus=1, force=True),
    lambda: log.setLevel(1.5),
    lambda: logging.getLogger(5),
    lambda: root.info("x", extra={"message": 1}),
):
    try:
        wrong()
    except (ValueError, TypeError, KeyError) as e:
        print(type(e).__name__, e)
