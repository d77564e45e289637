import io
import logging
import sys

log = logging.getLogger(__name__)
kept = sys.stderr
sys.stderr = io.StringIO()
log.warning("no handler: goes to stderr as it is")
log.info("not shown")
logging.warning("through the root")
logging.info("below the level")
text = sys.stderr.getvalue()
sys.stderr = kept
print(text, end="")

stream = io.StringIO()
logging.basicConfig(
    stream=stream,
    force=True,
    level="INFO",
    style="{",
    format="{asctime} [{levelname:>7}] {name}: {message}",
    datefmt="%H",
)
log.info("formatted")
print(stream.getvalue()[2:], end="")
stream.truncate(0)
stream.seek(0)
try:
    int("x")
except ValueError:
    log.exception("it broke: %s", "badly")
    logging.error("again", exc_info=True)
lines = stream.getvalue().splitlines()
print(lines[0][2:], lines[1], lines[-1], sum(line.startswith("ValueError: invalid") for line in lines))


class Picky(logging.Filter):
    def __init__(self, names):
        super().__init__()
        self.names = names

    def filter(self, record):
        record.tag = record.name.upper()
        return record.name in self.names


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(Picky({"a"}))
handler.setFormatter(logging.Formatter("%(tag)s-%(lineno)d-%(module)s-%(msecs)03d-%(message)s", defaults={"x": 1}))
handler.formatter = logging.Formatter("%(tag)s-%(module)s-%(message)s")
for name in ("a", "b"):
    logger = logging.getLogger(name)
    logger.propagate = False
    logger.addHandler(handler)
    logger.error("from %s", name)
print(logging.getLogger("a").handlers == [handler], logging.NullHandler(), logging.getLogger("x.y.z").parent.name)
parent = logging.getLogger("x.y")
print(logging.getLogger("x.y.z").parent is parent, parent.parent.name, logging.Logger.manager.disable)
record = logging.LogRecord("n", logging.INFO, "/p/file.py", 12, "m %s", ("a",), None, "f")
print(record, record.filename, record.module, record.funcName, record.levelname, logging.Formatter().format(record))
print(logging.Formatter("%(asctime)s", "%Y").usesTime(), logging.BASIC_FORMAT, logging.getLevelNamesMapping()["WARN"])
