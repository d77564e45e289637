import io
import logging
import sys

stream = io.StringIO()
log = logging.getLogger("app.db")
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(threadName)s"))
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def work():
    log.debug("debug %d", 1)
    log.info("info %s and %r", "a", "b")
    log.warning("percent %% %(k)s", {"k": "named"})
    log.error("no args %s")
    log.log(25, "between")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")


work()
text = stream.getvalue().splitlines()
print("\n".join(line for line in text if not line.startswith("  ")))
print(log.name, log.level, log.parent.name, log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(7), log is logging.getLogger("app.db"), log.hasHandlers(), repr(log))
child = log.getChild("query")
child.info("goes up")
print(child.name, stream.getvalue().splitlines()[-1])


class Only(logging.Filter):
    def filter(self, record):
        record.msg = f"<{record.msg}>"
        return "keep" in record.msg


handler.addFilter(Only())
log.info("keep this")
log.info("drop this")
print(stream.getvalue().splitlines()[-1])
handler.setLevel(logging.ERROR)
log.warning("keep too low")
print(stream.getvalue().count("too low"))
adapter = logging.LoggerAdapter(log, {"user": "ann"})
handler.setFormatter(logging.Formatter("{user}:{message}", style="{"))
adapter.error("keep adapted")
print(stream.getvalue().splitlines()[-1])
logging.disable(logging.CRITICAL)
log.critical("keep silent")
print(stream.getvalue().splitlines()[-1])
root = logging.getLogger()
print(root.name, root.level, root.handlers)
try:
    log.setLevel("LOUD")
except ValueError as error:
    print(error)
