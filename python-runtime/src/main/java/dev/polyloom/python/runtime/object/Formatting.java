package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.format.Fields;
import dev.polyloom.python.runtime.format.Format;
import dev.polyloom.python.runtime.format.Percent;
import dev.polyloom.python.runtime.format.Template;
import dev.polyloom.python.runtime.format.Values;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats values by the small languages of {@code format}, {@code str.format} and {@code %}. */
final class Formatting {
    private static final Values VALUES = new PercentValues();
    private static final Values BYTE_VALUES = new ByteValues();

    private Formatting() {}

    static String format(Object value, String spec) {
        Object plain = Boxed.plain(value);
        if (plain instanceof String || plain instanceof Boolean || Numbers.isReal(plain)) {
            return Format.of(plain, spec);
        }
        if (spec.isEmpty()) {
            return Text.str(value);
        }
        throw Errors.type(
                "unsupported format string passed to %s.__format__"
                        .formatted(Types.of(value).name()));
    }

    static Object percent(String format, Object values) {
        return percent(format, values, VALUES);
    }

    private static Object percent(String format, Object values, Values how) {
        List<?> arguments = values instanceof PyTuple tuple ? tuple.asList() : List.of(values);
        boolean mapping =
                !(values instanceof PyTuple)
                        && !(values instanceof String)
                        && !(values instanceof PyBytes)
                        && Types.of(values).lookup("__getitem__") != null;
        return Percent.of(format, arguments, mapping ? values : null, how);
    }

    static Object percent(PyBytes format, Object values) {
        Object made;
        try {
            made = percent(Bytes.text(format.data()), values, BYTE_VALUES);
        } catch (Fault e) {
            String bytes = e.text().replace("during string formatting", "during bytes formatting");
            throw Fault.of(e.type(), bytes);
        }
        return format.with(Bytes.of((String) made));
    }

    static String fields(String format, PyTuple args, Object named) {
        return Template.of(format, new Arguments(args, named));
    }

    /** Values in a format of bytes, where texts have no place. */
    private static final class ByteValues extends PercentValues {
        @Override
        public String str(Object value) {
            if (value instanceof PyBytes bytes) {
                return Bytes.text(bytes.data());
            }
            Object method = Types.of(value).lookup("__bytes__");
            if (method == null) {
                throw Errors.type(
                        ("%%b requires a bytes-like object, or an object that implements"
                                        + " __bytes__, not '%s'")
                                .formatted(Types.of(value).name()));
            }
            return str(Calls.special(method, value));
        }

        @Override
        public String repr(Object value) {
            return Text.ascii(value);
        }

        @Override
        public Object letter(Object value) {
            if (value instanceof PyBytes bytes && bytes.data().length == 1) {
                return Bytes.text(bytes.data());
            }
            Object code = index(value);
            if (code == null) {
                throw Errors.type("%c requires an integer in range(256) or a single byte");
            }
            if (!(code instanceof Long octet) || octet < 0 || octet > 0xff) {
                throw Errors.of(Exceptions.OVERFLOW_ERROR, "%c arg not in range(256)");
            }
            return code;
        }
    }

    private static class PercentValues implements Values {
        @Override
        public String str(Object value) {
            return Text.str(value);
        }

        @Override
        public String repr(Object value) {
            return Text.repr(value);
        }

        @Override
        public String typeName(Object value) {
            return Types.of(value).name();
        }

        @Override
        public Object item(Object mapping, String key) {
            return Items.get(mapping, key);
        }

        @Override
        public @Nullable Object index(Object value) {
            return Numbers.isInt(value) || Types.of(value).lookup("__index__") != null
                    ? Numbers.indexObject(value)
                    : null;
        }

        @Override
        public @Nullable Object whole(Object value) {
            return Types.of(value).lookup("__int__") == null ? null : Numbers.toInt(value);
        }

        @Override
        public @Nullable Double real(Object value) {
            return Numbers.isReal(Numbers.plain(value))
                            || Types.of(value).lookup("__float__") != null
                    ? Numbers.toDouble(value)
                    : null;
        }
    }

    private record Arguments(PyTuple args, Object byName) implements Fields {
        @Override
        public int count() {
            return args.size();
        }

        @Override
        public Object positional(int index) {
            return args.get(index);
        }

        @Override
        public Object named(String name) {
            return Items.get(byName, name);
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
            return switch (conversion) {
                case 'r' -> Text.repr(value);
                case 'a' -> Text.ascii(value);
                default -> Text.str(value);
            };
        }

        @Override
        public String format(Object value, String spec) {
            return Text.format(value, spec);
        }
    }
}
