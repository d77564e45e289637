package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.text.Wrap;

/** The module {@code textwrap}. */
final class TextwrapModule {
    private static final String OPTIONS =
            "text, width=70, *, initial_indent='', subsequent_indent='', break_long_words=True,"
                    + " break_on_hyphens=True, max_lines=None, placeholder=' [...]'";

    private TextwrapModule() {}

    static Module make() {
        Module module = new Module("textwrap");
        module.function("wrap", OPTIONS, a -> PyList.copyOf(Wrap.wrap(Text.str(a[0]), options(a))));
        module.function("fill", OPTIONS, a -> Wrap.fill(Text.str(a[0]), options(a)));
        module.function(
                "shorten",
                "text, width, *, placeholder=' [...]'",
                a -> Wrap.shorten(Text.str(a[0]), Numbers.index(a[1]), Text.str(a[2])));
        module.function("dedent", 1, 1, a -> Wrap.dedent(Text.str(a[0])));
        module.function("indent", "text, prefix, predicate=None", a -> indent(a));
        return module;
    }

    private static Wrap.Options options(Object[] a) {
        return new Wrap.Options(
                Numbers.index(a[1]),
                Text.str(a[2]),
                Text.str(a[3]),
                Text.truth(a[4]),
                Text.truth(a[5]),
                a[6] == None.NONE ? 0 : Numbers.index(a[6]),
                Text.str(a[7]));
    }

    private static String indent(Object[] a) {
        String text = Text.str(a[0]);
        String prefix = Text.str(a[1]);
        return a[2] == None.NONE
                ? Wrap.indent(text, prefix, line -> !line.isBlank())
                : Wrap.indent(text, prefix, line -> Text.truth(Calls.call(a[2], line)));
    }
}
