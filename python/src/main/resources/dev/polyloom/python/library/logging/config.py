# Follows CPython's Lib/logging/config.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module logging.config: loggers and handlers set up from a dict or a file."""

import configparser
import importlib
import logging
import logging.handlers
import os
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(path):
    parts = path.split(".")
    found = importlib.import_module(parts[0])
    used = parts[0]
    for part in parts[1:]:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(used)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    def __init__(self, config):
        self.config = dict(config)

    def convert(self, value):
        if isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.convert(each) for each in value])
        if isinstance(value, str) and "://" in value:
            scheme, rest = value.split("://", 1)
            if scheme == "ext":
                return self.resolve(rest)
            if scheme == "cfg":
                return self.cfg_convert(rest)
        return value

    def resolve(self, path):
        try:
            return _resolve(path)
        except ImportError as e:
            raise ValueError("Cannot resolve %r: %s" % (path, e)) from e

    def cfg_convert(self, path):
        found = self.config
        for part in path.replace("[", ".").replace("]", "").split("."):
            found = found[int(part)] if isinstance(found, list) else found[part]
        return found

    def configure_custom(self, config):
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{key: self.convert(value) for key, value in config.items()})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.get("incremental", False):
            self._increment()
            return
        disable = config.get("disable_existing_loggers", True)
        logging._handlers_clear()
        self.formatters = self._all("formatters", "formatter", self.configure_formatter)
        self.filters = self._all("filters", "filter", self.configure_filter)
        self.handlers = {}
        handlers = config.get("handlers", {})
        deferred = []
        for name in sorted(handlers):
            try:
                self._handler(name, handlers[name])
            except KeyError as e:
                if "target not configured yet" not in str(e):
                    raise ValueError("Unable to configure handler %r" % name) from e
                deferred.append(name)
            except Exception as e:
                if "target not configured yet" in str(e.__cause__):
                    deferred.append(name)
                else:
                    raise ValueError("Unable to configure handler %r" % name) from e
        for name in deferred:
            try:
                self._handler(name, handlers[name])
            except Exception as e:
                raise ValueError("Unable to configure handler %r" % name) from e
        root = logging.root
        existing = sorted(root.manager.loggerDict)
        children = []
        loggers = config.get("loggers", {})
        for name in loggers:
            if name in existing:
                prefix = name + "."
                children += [each for each in existing if each.startswith(prefix)]
                existing.remove(name)
            try:
                self.configure_logger(name, loggers[name])
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
        for name in existing:
            logger = root.manager.loggerDict[name]
            if name in children:
                if isinstance(logger, logging.Logger):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
            elif isinstance(logger, logging.Logger):
                logger.disabled = disable
        if config.get("root"):
            try:
                self._common(root, config["root"])
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _all(self, section, kind, make):
        made = {}
        for name, each in self.config.get(section, {}).items():
            try:
                made[name] = make(dict(each))
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (kind, name)) from e
        return made

    def _increment(self):
        for name, each in self.config.get("loggers", {}).items():
            self._common(logging.getLogger(name), each, True)
        if self.config.get("root"):
            self._common(logging.root, self.config["root"], True)

    def configure_formatter(self, config):
        if "()" in config:
            if "format" in config:
                config["fmt"] = config.pop("format")
            return self.configure_custom(config)
        kind = logging.Formatter
        if config.get("class"):
            kind = self.resolve(config["class"])
        options = {}
        if "validate" in config:
            options["validate"] = config["validate"]
        if "defaults" in config:
            options["defaults"] = config["defaults"]
        return kind(
            config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def _filters(self, filterer, filters):
        for each in filters:
            try:
                known = isinstance(each, str)
                filterer.addFilter(self.filters[each] if known else each)
            except Exception as e:
                raise ValueError("Unable to add filter %r" % each) from e

    def _handler(self, name, config):
        made = self.configure_handler(dict(config))
        made.name = name
        self.handlers[name] = made

    def configure_handler(self, config):
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            made = self.configure_custom(config)
        else:
            kind = config.pop("class")
            if isinstance(kind, str):
                kind = self.resolve(kind)
            if issubclass(kind, logging.handlers.MemoryHandler) and "target" in config:
                target = config["target"]
                if target not in self.handlers:
                    raise KeyError("target not configured yet")
                config["target"] = self.handlers[target]
            attributes = config.pop(".", None)
            made = kind(**{key: self.convert(value) for key, value in config.items()})
            for each, value in (attributes or {}).items():
                setattr(made, each, value)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._check_level(level))
        if filters:
            self._filters(made, filters)
        return made

    def _common(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._check_level(level))
        if not incremental:
            for each in logger.handlers[:]:
                logger.removeHandler(each)
            for each in config.get("handlers", None) or ():
                try:
                    logger.addHandler(self.handlers[each])
                except Exception as e:
                    raise ValueError("Unable to add handler %r" % each) from e
            if config.get("filters", None):
                self._filters(logger, config["filters"])

    def configure_logger(self, name, config):
        logger = logging.getLogger(name)
        self._common(logger, config)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def _names(text):
    return [each.strip() for each in text.split(",") if each.strip()]


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    if isinstance(fname, str) and not os.path.exists(fname):
        raise FileNotFoundError(f"{fname} doesn't exist")
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        parser = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            parser.read_file(fname)
        else:
            parser.read(fname, encoding=encoding)
    formatters = _file_formatters(parser)
    logging._handlers_clear()
    handlers = _file_handlers(parser, formatters)
    _file_loggers(parser, handlers, disable_existing_loggers)


def _file_formatters(parser):
    made = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser["formatter_%s" % name]
        fmt = parser.get(section.name, "format", raw=True, fallback=None)
        datefmt = parser.get(section.name, "datefmt", raw=True, fallback=None)
        style = parser.get(section.name, "style", raw=True, fallback="%")
        kind = _resolve(section["class"]) if section.get("class") else logging.Formatter
        made[name] = kind(fmt, datefmt, style)
    return made


def _file_handlers(parser, formatters):
    made = {}
    space = dict(vars(logging))
    space["handlers"] = logging.handlers
    space["sys"] = sys
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_%s" % name]
        kind = section["class"]
        try:
            kind = eval(kind, space)
        except (AttributeError, NameError):
            kind = _resolve(kind)
        args = eval(section.get("args", "()"), space)
        kwargs = eval(section.get("kwargs", "{}"), space)
        handler = kind(*args, **kwargs)
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        made[name] = handler
    return made


def _file_loggers(parser, handlers, disable):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    root = logging.root
    _file_logger(root, parser["logger_root"], handlers)
    existing = sorted(root.manager.loggerDict)
    children = []
    for key in names:
        section = parser["logger_%s" % key]
        name = section["qualname"]
        logger = logging.getLogger(name)
        if name in existing:
            children += [each for each in existing if each.startswith(name + ".")]
            existing.remove(name)
        _file_logger(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
    for name in existing:
        logger = root.manager.loggerDict[name]
        if name in children:
            logger.level = logging.NOTSET
            logger.handlers = []
            logger.propagate = 1
        else:
            logger.disabled = disable


def _file_logger(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for each in logger.handlers[:]:
        logger.removeHandler(each)
    for each in _names(section["handlers"]):
        logger.addHandler(handlers[each])
