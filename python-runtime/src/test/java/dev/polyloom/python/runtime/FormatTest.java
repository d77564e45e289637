package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.format.Fields;
import dev.polyloom.python.runtime.format.Format;
import dev.polyloom.python.runtime.format.Percent;
import dev.polyloom.python.runtime.format.Template;
import dev.polyloom.python.runtime.format.Values;
import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.text.Repr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FormatTest {
    @Test
    void allThreeWays_areAsInPython() {
        Cases.Answer format = a -> Format.of(a.get(0), (String) a.get(1));
        new Cases()
                .on("int", format)
                .on("float", format)
                .on("str", format)
                .on("any", format)
                .on(
                        "percent",
                        a -> Percent.of((String) a.get(0), (List<?>) a.get(1), null, new Plain()))
                .on(
                        "mapping",
                        a ->
                                Percent.of(
                                        (String) a.get(0),
                                        List.of(a.get(1)),
                                        a.get(1),
                                        new Plain()))
                .on(
                        "template",
                        a ->
                                Template.of(
                                        (String) a.get(0),
                                        new Arguments((List<?>) a.get(1), (Map<?, ?>) a.get(2))))
                .check("format", 300);
    }

    /** The few types of the cases. */
    private static final class Plain implements Values {
        @Override
        public String str(Object value) {
            return value instanceof String text ? text : repr(value);
        }

        @Override
        public String repr(Object value) {
            return switch (value) {
                case String text -> Repr.of(text);
                case Boolean truth -> truth ? "True" : "False";
                case Double real -> FloatText.repr(real);
                case Map<?, ?> map ->
                        map.entrySet().stream()
                                .map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}');
                case List<?> list -> list.stream().map(this::repr).toList().toString();
                default -> IntText.decimal(value);
            };
        }

        @Override
        public String typeName(Object value) {
            return switch (value) {
                case String text -> "str";
                case Boolean truth -> "bool";
                case Double real -> "float";
                case Map<?, ?> map -> "dict";
                default -> "int";
            };
        }

        @Override
        public Object item(Object mapping, String key) {
            Object value = ((Map<?, ?>) mapping).get(key);
            if (value == null) {
                throw Fault.of("KeyError", Repr.of(key));
            }
            return value;
        }

        @Override
        public @Nullable Object index(Object value) {
            return null;
        }

        @Override
        public @Nullable Object whole(Object value) {
            return null;
        }

        @Override
        public @Nullable Double real(Object value) {
            return null;
        }
    }

    private record Arguments(List<?> positional, Map<?, ?> all) implements Fields {
        @Override
        public int count() {
            return positional.size();
        }

        @Override
        public Object positional(int index) {
            return positional.get(index);
        }

        @Override
        public Object named(String name) {
            return new Plain().item(all, name);
        }

        @Override
        public Object attribute(Object value, String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Object item(Object value, Object key) {
            if (value instanceof Map<?, ?> map) {
                return Objects.requireNonNull(map.get(key));
            }
            if (value instanceof String) {
                throw Fault.type("string indices must be integers, not 'str'");
            }
            if (!(value instanceof List<?>)) {
                throw Fault.type(
                        "'" + new Plain().typeName(value) + "' object is not subscriptable");
            }
            if (!(key instanceof Long index)) {
                throw Fault.type("list indices must be integers or slices, not str");
            }
            return ((List<?>) value).get(index.intValue());
        }

        @Override
        public String convert(Object value, char conversion) {
            String repr = new Plain().repr(value);
            return switch (conversion) {
                case 's' -> new Plain().str(value);
                case 'r' -> repr;
                default -> Repr.escapeBeyondAscii(repr);
            };
        }

        @Override
        public String format(Object value, String spec) {
            return Format.of(value, spec);
        }
    }
}
