package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.hash.Uuid;
import dev.polyloom.python.runtime.text.Strip;
import dev.polyloom.python.runtime.text.Wrap;
import dev.polyloom.python.runtime.text.Wrap.Options;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WrapTest {
    private static final Uuid DNS = Uuid.parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void wrappedTexts_andUuids_areAsInPython() {
        new Cases()
                .on("wrap", a -> Wrap.wrap(s(a, 0), options(a)))
                .on(
                        "lines",
                        a ->
                                Wrap.wrap(
                                        s(a, 0),
                                        new Options(n(a, 1), "", "", true, true, n(a, 2), s(a, 3))))
                .on("shorten", a -> Wrap.shorten(s(a, 0), n(a, 1), " [...]"))
                .on("dedent", a -> Wrap.dedent(s(a, 0)))
                .on("indent", a -> Wrap.indent(s(a, 0), s(a, 1), WrapTest::isNotBlank))
                .on("uuid", a -> parts(Uuid.parse(s(a, 0))))
                .on("uuid3", a -> Uuid.ofMd5(DNS, s(a, 0)).toString())
                .on("uuid5", a -> Uuid.ofSha1(DNS, s(a, 0)).toString())
                .on("version4", a -> Uuid.of(Cases.bytes(a.get(0)), 4).toString())
                .check("wrap", 200);
    }

    private static boolean isNotBlank(String line) {
        return !Strip.strip(line, null).isEmpty();
    }

    private static Options options(List<Object> a) {
        return new Options(
                n(a, 1), s(a, 2), s(a, 3), (Boolean) a.get(4), (Boolean) a.get(5), 0, " [...]");
    }

    private static Object parts(Uuid uuid) {
        return Arrays.asList(
                uuid.toString(),
                uuid.repr(),
                uuid.hex(),
                uuid.bytes(),
                uuid.version(),
                uuid.number());
    }

    private static String s(List<Object> arguments, int index) {
        return (String) arguments.get(index);
    }

    private static long n(List<Object> arguments, int index) {
        return (Long) arguments.get(index);
    }
}
