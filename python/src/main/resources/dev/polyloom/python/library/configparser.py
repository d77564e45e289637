"""The module configparser: settings in sections."""

import os

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,))
        self.section = section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = "Section %r already exists" % section
        if source is not None:
            text = "While reading from %r [line %2d]: section %r already exists" % (
                source,
                lineno,
                section,
            )
        Error.__init__(self, text)
        self.section = section


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = "Option %r in section %r already exists" % (option, section)
        if source is not None:
            text = "While reading from %r [line %2d]: option %r in section %r already exists" % (
                source,
                lineno,
                option,
                section,
            )
        Error.__init__(self, text)
        self.section = section
        self.option = option


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option = option
        self.section = section


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        text = (
            "Bad value substitution: option {!r} in section {!r} contains "
            "an interpolation key {!r} which is not a valid option name. "
            "Raw value: {!r}".format(option, section, reference, rawval)
        )
        InterpolationError.__init__(self, option, section, text)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    pass


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, "Source contains parsing errors: %r" % source)
        self.source = source
        self.errors = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(
            self,
            "File contains no section headers.\nfile: %r, line: %d\n%r"
            % (filename, lineno, line),
        )


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    def before_set(self, parser, section, option, value):
        rest = value.replace("%%", "")
        at = rest.find("%")
        while at >= 0:
            if rest[at + 1 : at + 2] != "(" or rest.find(")s", at) < 0:
                raise ValueError(
                    "invalid interpolation syntax in %r at position %d" % (value, value.find("%"))
                )
            at = rest.find("%", at + 1)
        return value

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(parser, section, option, value, value, defaults, 1)

    def _filled(self, parser, section, option, rest, raw, defaults, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(
                option,
                section,
                "Recursion limit exceeded in value substitution: option {!r} "
                "in section {!r} contains an interpolation key which "
                "cannot be substituted in {} steps. Raw value: {!r}".format(
                    option, section, MAX_INTERPOLATION_DEPTH, raw
                ),
            )
        out = []
        while rest:
            before, percent, rest = rest.partition("%")
            out.append(before)
            if not percent:
                break
            if rest.startswith("%"):
                out.append("%")
                rest = rest[1:]
            elif rest.startswith("("):
                name, close, rest = rest[1:].partition(")s")
                if not close:
                    raise InterpolationSyntaxError(
                        option, section, "bad interpolation variable reference %r" % ("%(" + name)
                    )
                name = parser.optionxform(name)
                if name not in defaults:
                    raise InterpolationMissingOptionError(option, section, raw, name)
                out.append(
                    self._filled(
                        parser, section, option, defaults[name], raw, defaults, depth + 1
                    )
                )
            else:
                raise InterpolationSyntaxError(
                    option,
                    section,
                    "'%%' must be followed by '%%' or '(', found: %r" % ("%" + rest,),
                )
        return "".join(out)


class ExtendedInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        out = []
        rest = value
        while rest:
            before, dollar, rest = rest.partition("$")
            out.append(before)
            if not dollar:
                break
            if rest.startswith("$"):
                out.append("$")
                rest = rest[1:]
                continue
            name, _, rest = rest[1:].partition("}")
            where, colon, key = name.partition(":")
            try:
                if colon:
                    found = parser.get(where, key)
                else:
                    found = self.before_get(parser, section, option, defaults[name], defaults)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, value, name) from None
            out.append(found)
        return "".join(out)


class SectionProxy:
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return "<Section: {}>".format(self._name)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._check_text(value, "option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (
            self._parser.has_option(self._name, key)
            and self._parser.remove_option(self._name, key)
        ):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._parser._options(self._name))

    def __iter__(self):
        return iter(self._parser._options(self._name))

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)


class RawConfigParser:
    _default_interpolation = Interpolation()
    BOOLEAN_STATES = {
        "1": True,
        "yes": True,
        "true": True,
        "on": True,
        "0": False,
        "no": False,
        "false": False,
        "off": False,
    }

    def __init__(
        self,
        defaults=None,
        dict_type=dict,
        allow_no_value=False,
        *,
        delimiters=("=", ":"),
        comment_prefixes=("#", ";"),
        inline_comment_prefixes=None,
        strict=True,
        empty_lines_in_values=True,
        default_section=DEFAULTSECT,
        interpolation=_UNSET,
        converters=None,
    ):
        self._sections = {}
        self._defaults = {}
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = interpolation
        if interpolation is _UNSET:
            self._interpolation = self._default_interpolation
        elif interpolation is None:
            self._interpolation = Interpolation()
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = str(value)
        for name, convert in (converters or {}).items():
            setattr(self, "get" + name, self._getter(convert))

    def _getter(self, convert):
        def getter(section, option, **kwargs):
            return self._converted(section, option, convert, **kwargs)

        return getter

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def _options(self, section):
        own = {} if section == self.default_section else self._sections[section]
        return list(own) + [key for key in self._defaults if key not in own]

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return self._options(section)

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key, value in values.items():
                self.set(section, str(key), None if value is None else str(value))

    def _plain(self, line):
        if line.strip().startswith(self._comments) and self._comments:
            return ""
        for prefix in self._inline:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    line = line[:at]
                    break
                at = line.find(prefix, at + 1)
        return line

    def _read(self, lines, source):
        current = None
        key = None
        indent = 0
        seen = set()
        problem = None
        for number, raw in enumerate(lines, 1):
            line = self._plain(raw.rstrip("\n"))
            text = line.strip()
            if not text:
                if self._empty_lines and current is not None and key is not None:
                    if current[key] is not None and not line:
                        current[key].append("")
                elif not self._empty_lines:
                    key = None
                continue
            depth = len(line) - len(line.lstrip())
            if current is not None and key is not None and depth > indent:
                current[key].append(text)
                continue
            indent = depth
            if text.startswith("[") and "]" in text:
                name = text[1 : text.rindex("]")]
                current = self._section(name, source, number, seen)
                key = None
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, raw)
            places = [text.find(d) for d in self._delimiters if d in text]
            at = min(places) if places else -1
            if at < 0 and not self._allow_no_value or at == 0:
                problem = problem or ParsingError(source)
                problem.append(number, repr(raw))
                continue
            key = self.optionxform((text[:at] if at >= 0 else text).rstrip())
            if self._strict and (name, key) in seen:
                raise DuplicateOptionError(name, key, source, number)
            seen.add((name, key))
            current[key] = [text[at + 1 :].strip()] if at >= 0 else None
        self._join()
        if problem:
            raise problem

    def _section(self, name, source, number, seen):
        if name == self.default_section:
            return self._defaults
        if name in self._sections:
            if self._strict and (name, None) in seen:
                raise DuplicateSectionError(name, source, number)
        else:
            self._sections[name] = {}
        seen.add((name, None))
        return self._sections[name]

    def _join(self):
        for values in [self._defaults, *self._sections.values()]:
            for key, value in values.items():
                if isinstance(value, list):
                    values[key] = "\n".join(value).rstrip()

    def _all(self, section, vars):
        values = dict(self._defaults)
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = None if value is None else str(value)
        return values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._all(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, option, convert, *, raw=False, vars=None, fallback=_UNSET):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **kwargs):
        return self._converted(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._converted(section, option, float, **kwargs)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def getboolean(self, section, option, **kwargs):
        return self._converted(section, option, self._boolean, **kwargs)

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        values = self._all(section, vars)
        return [
            (key, value if raw or value is None else self.get(section, key, vars=vars))
            for key, value in values.items()
        ]

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        if section not in self._sections:
            return False
        return option in self._sections[section] or option in self._defaults

    def _check_text(self, value, message):
        if value is not None and not isinstance(value, str):
            raise TypeError(message)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            target = self._defaults
        elif section in self._sections:
            target = self._sections[section]
        else:
            raise NoSectionError(section)
        target[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = " %s " % delimiter
        sections = [(self.default_section, self._defaults)] if self._defaults else []
        for name, values in sections + list(self._sections.items()):
            fp.write("[%s]\n" % name)
            for key, value in values.items():
                if value is None and self._allow_no_value:
                    fp.write("%s\n" % key)
                else:
                    fp.write("%s%s%s\n" % (key, delimiter, str(value).replace("\n", "\n\t")))
            fp.write("\n")

    def remove_option(self, section, option):
        values = self._defaults
        if section and section != self.default_section:
            if section not in self._sections:
                raise NoSectionError(section)
            values = self._sections[section]
        return values.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, _UNSET) is not _UNSET

    def popitem(self):
        for name in self._sections:
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

    def clear(self):
        self._sections.clear()

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self._sections:
            raise KeyError(key)
        del self._sections[key]

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]


class ConfigParser(RawConfigParser):
    _default_interpolation = BasicInterpolation()

    def set(self, section, option, value=None):
        self._check_text(option, "option keys must be strings")
        if not self._allow_no_value or value:
            if not isinstance(value, str):
                raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        self._check_text(section, "section names must be strings")
        super().add_section(section)
