"""The module datetime: dates, times of the day, moments, spans and zones."""

import time as _time
from _time import parse_moment as _parse_moment

MINYEAR = 1
MAXYEAR = 9999

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_MAX_ORDINAL = 3652059
_EPOCH = 719163


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month]


def _days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and _is_leap(year))


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 12
    while _days_before_month(year, month) > n:
        month -= 1
    return year, month, n - _days_before_month(year, month) + 1


def _first_iso_monday(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    return value.__index__() if hasattr(value, "__index__") else _not_whole(value)


def _not_whole(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _index(hour), _index(minute), _index(second)
    microsecond = _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(
            f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'"
        )


def _round_half_even(value):
    return round(value)


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = "%s%02d%s%02d" % (sign, hours, colon, minutes)
    if seconds or offset.microseconds:
        text += "%s%02d" % (colon, seconds)
        if offset.microseconds:
            text += ".%06d" % offset.microseconds
    return text


def _format(value, format, parts):
    """Formats a date or a time; the parts are what struct_time holds."""
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append("%06d" % getattr(value, "microsecond", 0))
        elif c == "z":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            out.append(_offset_text(offset, ""))
        elif c == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), parts)


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return "%02d" % hour
    if timespec == "minutes":
        return "%02d:%02d" % (hour, minute)
    text = "%02d:%02d:%02d" % (hour, minute, second)
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return text + ".%03d" % (microsecond // 1000)
    if timespec == "microseconds":
        return text + ".%06d" % microsecond
    raise ValueError("Unknown timespec value")


class timedelta:
    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        self = super().__new__(cls)
        whole = 0
        rest = 0.0
        for value, unit, name in (
            (days, 86400000000, "days"),
            (seconds, 1000000, "seconds"),
            (microseconds, 1, "microseconds"),
            (milliseconds, 1000, "milliseconds"),
            (minutes, 60000000, "minutes"),
            (hours, 3600000000, "hours"),
            (weeks, 604800000000, "weeks"),
        ):
            if isinstance(value, int):
                whole += value * unit
            elif isinstance(value, float):
                if value != value:
                    raise ValueError("cannot convert float NaN to integer")
                if value in (float("inf"), float("-inf")):
                    raise OverflowError("cannot convert float infinity to integer")
                base = int(value)
                whole += base * unit
                part = (value - base) * unit
                whole += int(part)
                rest += part - int(part)
            else:
                raise TypeError(
                    "unsupported type for timedelta "
                    f"{name} component: {type(value).__name__}"
                )
        return cls._of(self, whole + _round_half_even(rest))

    @staticmethod
    def _of(self, micros):
        seconds, self._microseconds = divmod(micros, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return _micros(self) / 10**6

    def __repr__(self):
        args = []
        if self._days:
            args.append("days=%d" % self._days)
        if self._seconds:
            args.append("seconds=%d" % self._seconds)
        if self._microseconds:
            args.append("microseconds=%d" % self._microseconds)
        return "%s(%s)" % (_name(self), ", ".join(args) or "0")

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = "%d:%02d:%02d" % (hours, minutes, seconds)
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = "%d day%s, %s" % (self._days, plural, text)
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(_micros(self) + _micros(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(_micros(self) - _micros(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _delta(_micros(other) - _micros(self))
        return NotImplemented

    def __neg__(self):
        return _delta(-_micros(self))

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(_micros(self) * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return _delta(_divide_nearest(_micros(self) * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) // _micros(other)
        if isinstance(other, int):
            return _delta(_micros(self) // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) / _micros(other)
        if isinstance(other, int):
            return _delta(_divide_nearest(_micros(self), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return _delta(_divide_nearest(bottom * _micros(self), top))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(_micros(self) % _micros(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            count, rest = divmod(_micros(self), _micros(other))
            return count, _delta(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) == _micros(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) < _micros(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) <= _micros(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) > _micros(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) >= _micros(other)
        return NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return _micros(self) != 0


def _micros(delta):
    return (delta._days * 86400 + delta._seconds) * 1000000 + delta._microseconds


def _delta(micros):
    return timedelta(0, 0, micros)


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    greater = r > b if b > 0 else r < b
    if greater or (r == b and q % 2 == 1):
        q += 1
    return q


def _name(value):
    kind = type(value)
    if kind.__module__ == "datetime":
        return "datetime." + kind.__qualname__
    return kind.__qualname__


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc() requires a non-None utcoffset() result")
        daylight = dt.dst()
        if daylight is None:
            raise ValueError("fromutc() requires a non-None dst() result")
        shift = offset - daylight
        if shift:
            dt += shift
            daylight = dt.dst()
        return dt + daylight


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                "timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__
            )
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not " + type(name).__name__)
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "%s(%r)" % (_name(self), self._offset)
        return "%s(%r, %r)" % (_name(self), self._offset, self._name)

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


class IsoCalendarDate(tuple):
    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % (
            self[0],
            self[1],
            self[2],
        )


class date:
    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            place, name = (2, "month") if month is None else (3, "day")
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        self = super().__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp):
        parts = _time.localtime(timestamp)
        return cls(parts[0], parts[1], parts[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError("year is out of range")
        y, m, d = _from_ordinal(n)
        return cls(y, m, d)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _iso_date(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        first = _first_iso_monday(year)
        weeks = (_first_iso_monday(year + 1) - first) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(first + (week - 1) * 7 + day - 1)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_name(self), self._year, self._month, self._day)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return "%s %s %2d 00:00:00 %04d" % (
            _DAYS[self.weekday()],
            _MONTHS[self._month - 1],
            self._day,
            self._year,
        )

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(
                "strftime() argument 1 must be str, not " + type(format).__name__
            )
        return _format(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError("must be str, not %s" % type(format).__name__)
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        return _struct(self._year, self._month, self._day, 0, 0, 0, self, -1)

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        first = _first_iso_monday(year)
        today = self.toordinal()
        week, day = divmod(today - first, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _first_iso_monday(year), 7)
        elif week >= 52 and today >= _first_iso_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _shifted(self, other.days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _shifted(self, -other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())


def _shifted(day, days):
    ordinal = day.toordinal() + days
    if not 0 < ordinal <= _MAX_ORDINAL:
        raise OverflowError("date value out of range")
    return type(day).fromordinal(ordinal)


def _struct(year, month, day, hour, minute, second, value, daylight):
    number = _days_before_month(year, month) + day
    return _time.struct_time(
        (year, month, day, hour, minute, second, value.weekday(), number, daylight, None, None)
    )


def _digits(text):
    return text.isdigit() and text.isascii()


def _iso_date(text):
    """Returns year, month and day of a text in one of ISO's forms, or None."""
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        parts = [text[:4], text[5:7], text[8:]]
    elif len(text) == 8 and "-" not in text and "W" not in text:
        parts = [text[:4], text[4:6], text[6:]]
    elif len(text) >= 7 and "W" in text:
        return _iso_week(text)
    else:
        return None
    if not all(_digits(part) for part in parts):
        return None
    return [int(part) for part in parts]


def _iso_week(text):
    plain = text.replace("-", "")
    if len(plain) not in (7, 8) or plain[4] != "W":
        return None
    numbers = plain[:4] + plain[5:]
    if not _digits(numbers):
        return None
    day = int(plain[7]) if len(plain) == 8 else 1
    found = date.fromisocalendar(int(plain[:4]), int(plain[5:7]), day)
    return [found.year, found.month, found.day]


def _iso_clock(text):
    """Returns hour, minute, second, microsecond of a text in one of ISO's forms, or None."""
    text, dot, fraction = text.replace(",", ".").partition(".")
    parts = text.split(":") if ":" in text else [text[i : i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any(len(p) != 2 or not _digits(p) for p in parts):
        return None
    if dot and (len(parts) < 3 or not _digits(fraction)):
        return None
    numbers = [int(part) for part in parts] + [0] * (3 - len(parts))
    return numbers + [int((fraction + "000000")[:6]) if dot else 0]


def _iso_zone_and_clock(text):
    """Returns the four numbers and the zone of a text, or None."""
    zone = None
    at = max(text.find("+"), text.find("-"))
    if text.endswith("Z"):
        zone = timezone.utc
        text = text[:-1]
    elif at >= 0:
        numbers = _iso_clock(text[at + 1 :])
        if numbers is None:
            return None
        offset = timedelta(
            hours=numbers[0], minutes=numbers[1], seconds=numbers[2], microseconds=numbers[3]
        )
        if text[at] == "-":
            offset = -offset
        zone = timezone(offset) if offset else timezone.utc
        text = text[:at]
    clock = _iso_clock(text)
    return None if clock is None else clock + [zone]


class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = super().__new__(cls)
        _check_zone(tzinfo)
        self._hour, self._minute, self._second, self._microsecond = _check_time(
            hour, minute, second, microsecond, fold
        )
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _iso_zone_and_clock(text.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def __repr__(self):
        text = "%d, %d" % (self._hour, self._minute)
        if self._microsecond:
            text += ", %d, %d" % (self._second, self._microsecond)
        elif self._second:
            text += ", %d" % self._second
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_name(self), text)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        parts = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _format(self, format, parts)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(
        self,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None,
    ):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _key(self, other=None):
        micros = (self._hour * 3600 + self._minute * 60 + self._second) * 1000000
        micros += self._microsecond
        offset = self.utcoffset()
        return micros if offset is None else micros - _micros(offset)

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __eq__(self, other):
        if isinstance(other, time):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                return False
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return self._comparable(other) and self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return self._comparable(other) and self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return self._comparable(other) and self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return self._comparable(other) and self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())


class datetime(date):
    def __new__(
        cls,
        year,
        month=None,
        day=None,
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
        tzinfo=None,
        *,
        fold=0,
    ):
        if month is None or day is None:
            place, name = (2, "month") if month is None else (3, "day")
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        _check_zone(tzinfo)
        self = super().__new__(cls, year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(
            hour, minute, second, microsecond, fold
        )
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def _at(cls, timestamp, utc, tz):
        _check_zone(tz)
        micros = _round_half_even(timestamp * 1000000)
        seconds, micro = divmod(micros, 1000000)
        parts = (_time.gmtime if utc else _time.localtime)(seconds)
        made = cls(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59), micro, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._at(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._at(timestamp, True, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(
            date.year,
            date.month,
            date.day,
            time.hour,
            time.minute,
            time.second,
            time.microsecond,
            zone,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        for length in (10, 8, 7):
            day = _iso_date(text[:length]) if len(text) >= length else None
            if day is not None and (len(text) == length or not text[length].isdigit()):
                clock = [0, 0, 0, 0, None]
                if len(text) > length:
                    clock = _iso_zone_and_clock(text[length + 1 :])
                if clock is not None:
                    return cls(*day, *clock)
        raise ValueError(f"Invalid isoformat string: {text!r}")

    @classmethod
    def strptime(cls, date_string, format):
        for place, value in ((1, date_string), (2, format)):
            if not isinstance(value, str):
                raise TypeError(
                    f"strptime() argument {place} must be str, not {type(value).__name__}"
                )
        *fields, offset, name = _parse_moment(date_string, format)
        zone = None
        if offset is not None:
            delta = timedelta(microseconds=offset)
            zone = timezone(delta, name) if name else timezone(delta)
            if not offset and not name:
                zone = timezone.utc
        return cls(*fields, zone)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def timetuple(self):
        daylight = self.dst()
        flag = -1 if daylight is None else int(bool(daylight))
        return _struct(
            self._year,
            self._month,
            self._day,
            self._hour,
            self._minute,
            self._second,
            self,
            flag,
        )

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None)
        if offset:
            moment -= offset
        return _struct(
            moment._year,
            moment._month,
            moment._day,
            moment._hour,
            moment._minute,
            moment._second,
            moment,
            0,
        )

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 1000000
        return (self - _epoch).total_seconds()

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(
            self._hour,
            self._minute,
            self._second,
            self._microsecond,
            self._tzinfo,
            fold=self._fold,
        )

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None,
    ):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            parts = _time.localtime(_time.mktime(self.timetuple()))
            offset = timedelta(seconds=parts.tm_gmtoff)
        utc = self.replace(tzinfo=None) - offset
        if tz is None:
            seconds = (utc - datetime(1970, 1, 1)) // timedelta(seconds=1)
            parts = _time.localtime(seconds)
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        return tz.fromutc(utc.replace(tzinfo=tz))

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (
            _DAYS[self.weekday()],
            _MONTHS[self._month - 1],
            self._day,
            self._hour,
            self._minute,
            self._second,
            self._year,
        )

    def isoformat(self, sep="T", timespec="auto"):
        text = date.isoformat(self) + sep
        text += _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            fields.append(self._second)
        if self._microsecond:
            fields.append(self._microsecond)
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_name(self), text)

    def __str__(self):
        return self.isoformat(sep=" ")

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _micros(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * 86400 + seconds) * 1000000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, micros = divmod(self._micros() + _micros(other), 86400000000)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, micros = divmod(micros, 1000000)
        year, month, day = _from_ordinal(days)
        return type(self)(
            year,
            month,
            day,
            seconds // 3600,
            seconds // 60 % 60,
            seconds % 60,
            micros,
            self._tzinfo,
        )

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._micros() - other._micros()
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += _micros(theirs) - _micros(mine)
        return _delta(difference)

    def _utc(self):
        offset = self.utcoffset()
        return self._micros() if offset is None else self._micros() - _micros(offset)

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                return False
            return self._utc() == other._utc()
        return NotImplemented if not isinstance(other, date) else False

    def _refuse(self, other):
        if isinstance(other, date):
            raise TypeError(
                "can't compare %s to %s"
                % (_name(self), _name(other))
            )
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._comparable(other) and self._utc() < other._utc()
        return self._refuse(other)

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._comparable(other) and self._utc() <= other._utc()
        return self._refuse(other)

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._comparable(other) and self._utc() > other._utc()
        return self._refuse(other)

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._comparable(other) and self._utc() >= other._utc()
        return self._refuse(other)

    def __hash__(self):
        return hash(self._utc())


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
