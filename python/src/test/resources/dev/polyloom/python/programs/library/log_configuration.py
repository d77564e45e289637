import logging
import logging.config
import io, os, tempfile
class Only(logging.Filter):
    def __init__(self, word=""): super().__init__(); self.word = word
    def filter(self, record): return self.word in record.getMessage()
early = logging.getLogger("early")
CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(levelname)s:%(name)s:%(message)s"},
        "brace": {"format": "{levelname} - {message}", "style": "{"},
    },
    "filters": {"only": {"()": Only, "word": "x"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stdout", "level": "DEBUG"},
        "warn": {"class": "logging.StreamHandler", "formatter": "brace", "stream": "ext://sys.stdout", "level": "WARNING", "filters": ["only"]},
    },
    "loggers": {
        "app": {"handlers": ["warn"], "level": "DEBUG", "propagate": True},
        "quiet": {"level": "ERROR", "handlers": ["out"], "propagate": False},
    },
    "root": {"handlers": ["out"], "level": "INFO"},
}
logging.config.dictConfig(CONFIG)
app = logging.getLogger("app")
app.debug("d")
app.warning("x1")
app.error("no")
logging.getLogger("quiet").warning("w"); logging.getLogger("quiet").error("e")
logging.getLogger("other").info("i")
early.info("still")
logging.config.dictConfig({"version": 1, "root": {"level": "DEBUG", "handlers": []}})
print(app.disabled, early.disabled, logging.root.level)
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.Nope"}}}, {"version": 1, "loggers": {"a": {"handlers": ["zz"]}}}):
    try: logging.config.dictConfig(bad)
    except Exception as e: print(type(e).__name__, e, "|", e.__cause__)
text = """[loggers]
keys=root,sample

[handlers]
keys=console

[formatters]
keys=fmt

[logger_root]
level=WARNING
handlers=console

[logger_sample]
level=DEBUG
handlers=console
qualname=sample
propagate=0

[handler_console]
class=StreamHandler
level=DEBUG
formatter=fmt
args=(sys.stdout,)

[formatter_fmt]
format=%(name)s - %(levelname)s - %(message)s
"""
path = os.path.join(tempfile.mkdtemp(), "log.ini")
with open(path, "w") as f: f.write(text)
logging.config.fileConfig(path)
logging.getLogger("sample").debug("from file")
logging.getLogger("x").warning("root")
