package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.format.Fields;
import dev.polyloom.python.runtime.format.Template;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code string.Formatter}, whose steps classes of a program may replace. */
final class FormatterType {
    static final PyType TYPE =
            PyType.library("Formatter", Types.OBJECT, FormatterType::fill).module("string");

    private FormatterType() {}

    private static void fill(PyType type) {
        type.method(
                "format",
                "format_string, /, *args, **kwargs",
                a -> Calls.method(a[0], "vformat", a[1], a[2], a[3]));
        type.method("vformat", "format_string, args, kwargs", FormatterType::format);
        type.method("parse", 1, 1, a -> parse(a[1]));
        type.method("get_value", "key, args, kwargs", a -> value(a[1], a[2], a[3]));
        type.method("get_field", "field_name, args, kwargs", FormatterType::field);
        type.method("convert_field", "value, conversion", a -> converted(a[1], a[2]));
        type.method("format_field", "value, format_spec", a -> Text.format(a[1], Text.str(a[2])));
        type.method("check_unused_args", "used_args, args, kwargs", a -> None.NONE);
    }

    private static Object format(Object[] a) {
        if (!(a[1] instanceof String text)) {
            throw Errors.type("expected str, got " + Types.of(a[1]).name());
        }
        PySet used = new PySet();
        String made = Template.of(text, new Asked(a[0], a[2], a[3], used));
        Calls.method(a[0], "check_unused_args", used, a[2], a[3]);
        return made;
    }

    private static PyIterator parse(Object format) {
        PyList all = new PyList();
        for (Template.Part part : Template.parts(Text.str(format))) {
            boolean last = part.field() == null;
            all.append(
                    PyTuple.of(
                            part.text(),
                            Ops.orNone(part.field()),
                            last ? None.NONE : part.spec(),
                            Ops.orNone(part.conversion())));
        }
        return Iteration.of(all);
    }

    private static Object value(Object key, Object args, Object named) {
        return Items.get(key instanceof Long ? args : named, key);
    }

    private static Object field(Object[] a) {
        PySet used = new PySet();
        Object[] found = new Object[1];
        Template.of(
                "{" + Text.str(a[1]) + "}",
                new Asked(a[0], a[2], a[3], used) {
                    @Override
                    public String format(Object value, String spec) {
                        found[0] = value;
                        return "";
                    }
                });
        return PyTuple.of(found[0], used.snapshot()[0]);
    }

    private static Object converted(Object value, Object conversion) {
        return switch (conversion) {
            case None none -> value;
            case String how when how.equals("s") -> Text.str(value);
            case String how when how.equals("r") -> Text.repr(value);
            case String how when how.equals("a") -> Text.ascii(value);
            default ->
                    throw Errors.value(
                            "Unknown conversion specifier %s".formatted(Text.str(conversion)));
        };
    }

    /** The arguments of a format as a formatter gives them. */
    private static class Asked implements Fields {
        private final Object formatter;
        private final Object args;
        private final Object named;
        private final PySet used;

        Asked(Object formatter, Object args, Object named, PySet used) {
            this.formatter = formatter;
            this.args = args;
            this.named = named;
            this.used = used;
        }

        @Override
        public int count() {
            return Integer.MAX_VALUE;
        }

        private Object get(Object key) {
            used.add(key);
            return Calls.method(formatter, "get_value", key, args, named);
        }

        @Override
        public Object positional(int index) {
            return get((long) index);
        }

        @Override
        public Object named(String name) {
            return get(name);
        }

        @Override
        public Object attribute(Object value, String name) {
            return Attributes.get(value, name);
        }

        @Override
        public Object item(Object value, Object key) {
            return Items.get(value, key);
        }

        @Override
        public String convert(Object value, char conversion) {
            return Text.str(
                    Calls.method(
                            formatter, "convert_field", value, Character.toString(conversion)));
        }

        @Override
        public String format(Object value, String spec) {
            return Text.str(Calls.method(formatter, "format_field", value, spec));
        }
    }
}
