"""The module csv: tables as text."""

import io

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

_field_limit = 131072


class Error(Exception):
    pass


class Dialect:
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = (
    ("delimiter", ","),
    ("doublequote", True),
    ("escapechar", None),
    ("lineterminator", "\r\n"),
    ("quotechar", '"'),
    ("quoting", QUOTE_MINIMAL),
    ("skipinitialspace", False),
    ("strict", False),
)


class _Settled:
    """A dialect with a value for each option."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name, usual in _OPTIONS:
            value = getattr(dialect, name, None)
            if name in options:
                value = options.pop(name)
            elif value is None and (dialect is None or name not in ("quotechar", "escapechar")):
                value = usual
            setattr(self, name, value)
        for name in options:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if not isinstance(self.delimiter, str):
            kind = type(self.delimiter).__name__
            raise TypeError(f'"delimiter" must be string, not {kind}')
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        if self.quotechar is not None and len(self.quotechar) != 1:
            raise TypeError('"quotechar" must be a 1-character string')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settled(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _field_limit
    before = _field_limit
    if new_limit is not None:
        _field_limit = new_limit
    return before


class _Reader:
    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        self._fields = []
        self._start()
        state = "start"
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "quoted" and (self._field or d.strict):
                    if d.strict:
                        raise Error("unexpected end of data")
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error(
                    "iterator should return strings, not "
                    f"{type(line).__name__} (the file should be opened in text mode)"
                )
            self.line_num += 1
            state = self._take(line, state)
            if state != "quoted" and state != "escaped in quotes":
                break
        if state != "empty":
            self._save()
        return self._fields

    def _start(self):
        self._field = []
        self._numeric = False

    def _save(self):
        text = "".join(self._field)
        if self._numeric:
            text = float(text)
        self._fields.append(text)
        self._start()

    def _take(self, line, state):
        d = self.dialect
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting != QUOTE_NONE
        first = state == "start"
        for c in line:
            if state == "quoted":
                if c == escape:
                    state = "escaped in quotes"
                elif c == quote and quoting:
                    state = "quote in quotes" if d.doublequote else "field"
                else:
                    self._field.append(c)
            elif state == "escaped in quotes":
                self._field.append(c)
                state = "quoted"
            elif state == "escaped":
                self._field.append(c)
                state = "field"
            elif state == "quote in quotes":
                if c == quote:
                    self._field.append(c)
                    state = "quoted"
                elif c == delimiter:
                    self._save()
                    state = "start"
                elif c in "\r\n":
                    return "end"
                elif d.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                else:
                    self._field.append(c)
                    state = "field"
            elif c in "\r\n":
                return "empty" if first and state == "start" else "end"
            elif state == "start":
                if c == quote and quoting:
                    state = "quoted"
                elif c == escape:
                    state = "escaped"
                elif c == " " and d.skipinitialspace:
                    pass
                elif c == delimiter:
                    self._save()
                else:
                    self._numeric = d.quoting == QUOTE_NONNUMERIC
                    self._field.append(c)
                    state = "field"
            elif c == escape:
                state = "escaped"
            elif c == delimiter:
                self._save()
                state = "start"
            else:
                self._field.append(c)
            first = False
        if not line:
            return "empty"
        return state if state in ("quoted", "escaped in quotes") else "end"


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, _Settled(dialect, fmtparams))


class _Writer:
    def __init__(self, file, dialect):
        self._write = file.write
        self.dialect = dialect

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}")
        texts = [self._text(value, len(values)) for value in values]
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value, count):
        d = self.dialect
        number = isinstance(value, (int, float))
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        quoted = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not number)
        special = [d.delimiter, d.escapechar, d.quotechar, "\r", "\n"]
        special.extend(d.lineterminator)
        if d.quoting == QUOTE_NONE:
            if not text and count == 1:
                raise Error("single empty field record must be quoted")
            return self._escaped(text, special)
        out = []
        for c in text:
            if c == d.quotechar:
                if d.doublequote:
                    out.append(c)
                    quoted = True
                elif d.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                else:
                    out.append(d.escapechar)
            elif c == d.escapechar:
                out.append(d.escapechar)
            elif c in special:
                quoted = True
            out.append(c)
        if not text and count == 1:
            quoted = True
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def _escaped(self, text, special):
        escape = self.dialect.escapechar
        out = []
        for c in text:
            if c in special:
                if escape is None:
                    raise Error("need to escape, but no escapechar set")
                out.append(escape)
            out.append(c)
        return "".join(out)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, _Settled(dialect, fmtparams))


class DictReader:
    def __init__(
        self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds
    ):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(
        self,
        f,
        fieldnames,
        restval="",
        extrasaction="raise",
        dialect="excel",
        *args,
        **kwds,
    ):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(
                "extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction
            )
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = [name for name in row if name not in self.fieldnames]
            if wrong:
                raise ValueError(
                    "dict contains fields not in fieldnames: "
                    + ", ".join([repr(name) for name in wrong])
                )
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample by the character that its lines share."""

    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        for candidate in delimiters or self.preferred + ["|"]:
            counts = {len(row) for row in reader(lines, delimiter=candidate)}
            if len(counts) == 1 and counts.pop() > 1:

                class dialect(excel):
                    delimiter = candidate

                return dialect
        raise Error("Could not determine delimiter")

    def has_header(self, sample):
        rows = list(reader(io.StringIO(sample), self.sniff(sample)))
        header = rows[0]
        votes = 0
        for column in range(len(header)):
            kinds = {_is_number(row[column]) for row in rows[1:21] if len(row) == len(header)}
            if kinds == {True}:
                votes += -1 if _is_number(header[column]) else 1
        return votes > 0


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True
