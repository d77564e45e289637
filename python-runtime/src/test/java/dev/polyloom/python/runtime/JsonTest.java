package dev.polyloom.python.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.json.JsonBuilder;
import dev.polyloom.python.runtime.json.JsonReader;
import dev.polyloom.python.runtime.json.JsonValues;
import dev.polyloom.python.runtime.json.JsonWriter;
import dev.polyloom.python.runtime.json.JsonWriter.Style;
import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JsonTest {
    private static final Style COMPACT = new Style(null, ",", ":", true, true, false, true);
    private static final Style STRICT = new Style(null, ", ", ": ", true, false, false, false);

    @Test
    void textsAndValues_areAsInPython() {
        new Cases()
                .on("loads", a -> JsonReader.read((String) a.get(0), true, new Plain()))
                .on("dumps", a -> write(a.get(0), ascii((Boolean) a.get(1))))
                .on("pretty", a -> write(a.get(0), Style.USUAL.indented((String) a.get(1))))
                .on("compact", a -> write(a.get(0), COMPACT))
                .on("strict", a -> write(a.get(0), STRICT))
                .check("json", 300);
    }

    private static Style ascii(boolean ascii) {
        return new Style(null, ", ", ": ", ascii, false, false, true);
    }

    private static String write(@Nullable Object value, Style style) {
        return JsonWriter.write(value == null ? None.NONE : value, style, new Shapes());
    }

    @Test
    void depth_hasALimit() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> JsonReader.read(deep, true, new Plain()))
                .isInstanceOf(Fault.class)
                .hasMessage(
                        "maximum recursion depth exceeded while decoding a JSON array from a"
                                + " unicode string");
    }

    @Test
    void circle_isRefused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatThrownBy(() -> write(circle, Style.USUAL))
                .hasMessage("Circular reference detected");
    }

    @Test
    void key_ofAnotherType_isRefused() {
        assertThatThrownBy(() -> write(Map.of(List.of(), 1L), Style.USUAL))
                .hasMessage("keys must be str, int, float, bool or None, not list");
    }

    private static final class Plain implements JsonBuilder {
        @Override
        public Object object(List<String> keys, List<Object> values) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                map.put(keys.get(i), nullable(values.get(i)));
            }
            return map;
        }

        /** Returns null for None, as the cases have it. */
        @SuppressWarnings("NullAway")
        private static Object nullable(Object value) {
            return value == None.NONE ? null : value;
        }

        @Override
        public Object array(List<Object> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(nullable(item)));
            return copy;
        }

        @Override
        public Object integer(String digits) {
            return IntText.parse(digits, 10);
        }

        @Override
        public Object real(String text) {
            return FloatText.parse(text);
        }

        @Override
        public Object constant(String name) {
            return FloatText.parse(name);
        }
    }

    private static final class Shapes implements JsonValues {
        @Override
        public @Nullable List<?> items(Object value) {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(item == null ? None.NONE : item));
            return items;
        }

        @Override
        public @Nullable List<? extends Map.Entry<?, ?>> entries(Object value, boolean sorted) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            List<Map.Entry<Object, Object>> entries = new ArrayList<>();
            map.forEach((key, item) ->
                    entries.add(
                            Map.entry(
                                    key == null ? None.NONE : key,
                                    item == null ? None.NONE : item)));
            if (sorted) {
                entries.sort(Comparator.comparing(e -> (String) e.getKey(), Str::compare));
            }
            return entries;
        }

        @Override
        public Object fallback(Object value) {
            throw Fault.type("Object of type x is not JSON serializable");
        }

        @Override
        public String typeName(Object value) {
            return "list";
        }
    }
}
