import logging
import multiprocessing
import sys

logger = multiprocessing.get_logger()
print(logger.name, logger.propagate, logger.handlers)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(processName)s %(message)s"))
logger.addHandler(handler)
logger.warning("seen")
print(multiprocessing.log_to_stderr(logging.WARNING) is logger, len(logger.handlers))
