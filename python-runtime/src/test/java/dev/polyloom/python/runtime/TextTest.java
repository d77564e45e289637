package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Codecs;
import dev.polyloom.python.runtime.text.Find;
import dev.polyloom.python.runtime.text.Kinds;
import dev.polyloom.python.runtime.text.Letters;
import dev.polyloom.python.runtime.text.Pad;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Split;
import dev.polyloom.python.runtime.text.Str;
import dev.polyloom.python.runtime.text.Strip;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TextTest {
    private final Cases cases = new Cases();

    @Test
    void methods_areAsInPython() {
        kinds();
        forms();
        parts();
        places();
        bytes();
        cases.check("text", 150);
    }

    private void kinds() {
        is("isalpha", Kinds::isAlpha);
        is("isdecimal", Kinds::isDecimal);
        is("isdigit", Kinds::isDigit);
        is("isnumeric", Kinds::isNumeric);
        is("isalnum", Kinds::isAlphanumeric);
        is("isspace", Kinds::isSpace);
        is("isascii", Kinds::isAscii);
        is("isprintable", Kinds::isPrintable);
        is("isidentifier", Kinds::isIdentifier);
        is("isupper", Kinds::isUpper);
        is("islower", Kinds::isLower);
        is("istitle", Kinds::isTitle);
    }

    private void is(String name, Predicate<String> test) {
        cases.on(name, a -> test.test(s(a, 0)));
        cases.on("b" + name, a -> Bytes.is(b(a, 0), test));
    }

    private void forms() {
        to("upper", Letters::upper);
        to("lower", Letters::lower);
        to("title", Letters::title);
        to("capitalize", Letters::capitalize);
        to("swapcase", Letters::swapCase);
        to("casefold", Letters::caseFold);
        to("repr", Repr::of);
        to("ascii", Repr::ascii);
        to("len", Str::length);
        to("ord", Str::ord);
        cases.on("center", a -> Pad.center(s(a, 0), n(a, 1), s(a, 2)))
                .on("ljust", a -> Pad.left(s(a, 0), n(a, 1), s(a, 2)))
                .on("rjust", a -> Pad.right(s(a, 0), n(a, 1), s(a, 2)))
                .on("zfill", a -> Pad.zeros(s(a, 0), n(a, 1)))
                .on("expandtabs", a -> Pad.expandTabs(s(a, 0), n(a, 1)));
    }

    private void to(String name, Function<String, Object> method) {
        cases.on(name, a -> method.apply(s(a, 0)));
    }

    private void parts() {
        cases.on("get", a -> Str.get(s(a, 0), n(a, 1)))
                .on("slice", a -> Str.slice(s(a, 0), a.get(1), a.get(2), a.get(3)))
                .on("compare", a -> Integer.signum(Str.compare(s(a, 0), s(a, 1))))
                .on("repeat", a -> Str.repeat(s(a, 0), n(a, 1)))
                .on("split", a -> Split.split(s(a, 0), s(a, 1), n(a, 2)))
                .on("rsplit", a -> Split.rsplit(s(a, 0), s(a, 1), n(a, 2)))
                .on("splitlines", a -> Split.lines(s(a, 0), (Boolean) a.get(1)))
                .on("partition", a -> Split.partition(s(a, 0), s(a, 1)))
                .on("rpartition", a -> Split.rpartition(s(a, 0), s(a, 1)))
                .on("strip", a -> Strip.strip(s(a, 0), s(a, 1)))
                .on("lstrip", a -> Strip.left(s(a, 0), s(a, 1)))
                .on("rstrip", a -> Strip.right(s(a, 0), s(a, 1)))
                .on("removeprefix", a -> Strip.removePrefix(s(a, 0), s(a, 1)))
                .on("removesuffix", a -> Strip.removeSuffix(s(a, 0), s(a, 1)));
    }

    private void places() {
        cases.on("find", a -> Find.find(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("rfind", a -> Find.rfind(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("index", a -> Find.index(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("rindex", a -> Find.rindex(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("count", a -> Find.count(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("startswith", a -> Find.startsWith(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("endswith", a -> Find.endsWith(s(a, 0), s(a, 1), a.get(2), a.get(3)))
                .on("replace", a -> Find.replace(s(a, 0), s(a, 1), s(a, 2), n(a, 3)));
    }

    private void bytes() {
        cases.on("brepr", a -> Bytes.repr(b(a, 0)))
                .on("bupper", a -> Bytes.upper(b(a, 0)))
                .on("blower", a -> Bytes.lower(b(a, 0)))
                .on("btitle", a -> Bytes.title(b(a, 0)))
                .on("bswapcase", a -> Bytes.swapCase(b(a, 0)))
                .on("bcapitalize", a -> Bytes.capitalize(b(a, 0)))
                .on("bsplit", a -> Bytes.split(b(a, 0), b0(a, 1), n(a, 2)))
                .on("brsplit", a -> Bytes.rsplit(b(a, 0), b0(a, 1), n(a, 2)))
                .on("bstrip", a -> Bytes.strip(b(a, 0), b0(a, 1)))
                .on("blstrip", a -> Bytes.stripLeft(b(a, 0), b0(a, 1)))
                .on("brstrip", a -> Bytes.stripRight(b(a, 0), b0(a, 1)))
                .on("bsplitlines", a -> Bytes.lines(b(a, 0), (Boolean) a.get(1)))
                .on("bslice", a -> Bytes.slice(b(a, 0), a.get(1), a.get(2), a.get(3)))
                .on("bget", a -> Bytes.get(b(a, 0), n(a, 1)))
                .on("bhex", a -> Bytes.hex(b(a, 0), s(a, 1), n(a, 2)))
                .on("bfromhex", a -> Bytes.fromHex(s(a, 0)))
                .on("encode", a -> Codecs.encode(s(a, 0), s(a, 1), s(a, 2)))
                .on("decode", a -> Codecs.decode(b(a, 0), s(a, 1), s(a, 2)));
    }

    private static String s(List<Object> arguments, int index) {
        return (String) arguments.get(index);
    }

    private static byte @Nullable [] b0(List<Object> arguments, int index) {
        Object argument = arguments.get(index);
        return argument == null ? null : Cases.bytes(argument);
    }

    private static byte[] b(List<Object> arguments, int index) {
        return Cases.bytes(arguments.get(index));
    }

    private static long n(List<Object> arguments, int index) {
        return (Long) arguments.get(index);
    }
}
