package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.json.JsonValues;
import dev.polyloom.python.runtime.json.JsonWriter;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code json.JSONEncoder}. */
final class JsonEncoder extends PyObject implements JsonValues {
    static final PyType TYPE =
            PyType.library("JSONEncoder", Types.OBJECT, JsonEncoder::fill)
                    .module("json.encoder")
                    .allocator(JsonEncoder::new);
    private static final String OPTIONS =
            "*, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,"
                    + " sort_keys=False, indent=None, separators=None, default=None";
    private static final String[] NAMES = {
        "skipkeys",
        "ensure_ascii",
        "check_circular",
        "allow_nan",
        "indent",
        "separators",
        "default",
        "sort_keys"
    };

    private JsonWriter.Style style = JsonWriter.Style.USUAL;

    private JsonEncoder(PyType type) {
        super(type);
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", OPTIONS, a -> ((JsonEncoder) a[0]).init(a));
        type.method("default", 1, 1, a -> refuse(a[1]));
        type.method("encode", 1, 1, a -> ((JsonEncoder) a[0]).encode(a[1]));
        type.method(
                "iterencode",
                "o, _one_shot=False",
                a -> Iteration.of(PyList.of(((JsonEncoder) a[0]).encode(a[1]))));
    }

    private Object init(Object[] a) {
        Object indent = a[6];
        String itemSeparator = Values.isNone(indent) ? ", " : ",";
        String keySeparator = ": ";
        if (!Values.isNone(a[7])) {
            Object[] both = Iteration.unpack(a[7], 2);
            itemSeparator = Text.str(both[0]);
            keySeparator = Text.str(both[1]);
        }
        style =
                new JsonWriter.Style(
                        indentText(indent),
                        itemSeparator,
                        keySeparator,
                        Text.truth(a[2]),
                        Text.truth(a[5]),
                        Text.truth(a[1]),
                        Text.truth(a[4]));
        setOwn("skipkeys", a[1]);
        setOwn("ensure_ascii", a[2]);
        setOwn("check_circular", a[3]);
        setOwn("allow_nan", a[4]);
        setOwn("sort_keys", a[5]);
        setOwn("indent", indent);
        setOwn("item_separator", itemSeparator);
        setOwn("key_separator", keySeparator);
        if (!Values.isNone(a[8])) {
            setOwn("default", a[8]);
        }
        return None.NONE;
    }

    private static @Nullable String indentText(Object indent) {
        if (Values.isNone(indent)) {
            return null;
        }
        return indent instanceof String text
                ? text
                : " ".repeat((int) Math.max(0, Numbers.index(indent)));
    }

    private String encode(Object value) {
        return JsonWriter.write(Boxed.plain(value), style, this);
    }

    /** Does {@code dumps} with the options that begin at a place; {@code **kw} comes last. */
    static Object dumps(Object[] a, int from) {
        PyDict further = (PyDict) a[from + 9];
        Object cls = a[from + 4];
        Calls.ArgumentList arguments = Calls.arguments();
        Object[] values = {
            a[from],
            a[from + 1],
            a[from + 2],
            a[from + 3],
            a[from + 5],
            a[from + 6],
            a[from + 7],
            a[from + 8]
        };
        for (int i = 0; i < NAMES.length; i++) {
            arguments.add(NAMES[i], values[i]);
        }
        Object encoder = arguments.addNamed(further).call(Values.isNone(cls) ? TYPE : cls);
        return Calls.method(encoder, "encode", a[0]);
    }

    private static Object refuse(Object value) {
        throw Errors.type("Object of type " + Values.typeName(value) + " is not JSON serializable");
    }

    @Override
    public @Nullable List<?> items(Object value) {
        return switch (value) {
            case PyList list -> Arrays.asList(list.snapshot());
            case PyTuple tuple -> tuple.asList();
            default -> null;
        };
    }

    @Override
    public @Nullable List<? extends Map.Entry<?, ?>> entries(Object value, boolean sorted) {
        if (!(value instanceof PyDict dict)) {
            return null;
        }
        Object items = Calls.method(dict, "items");
        if (sorted) {
            items = Calls.call(Builtins.get("sorted"), items);
        }
        List<Map.Entry<Object, Object>> entries = new ArrayList<>();
        Iteration.of(items)
                .forEachRemaining(each -> {
                    PyTuple pair = (PyTuple) each;
                    entries.add(new SimpleEntry<>(Boxed.plain(pair.get(0)), pair.get(1)));
                });
        return entries;
    }

    @Override
    public Object fallback(Object value) {
        return value instanceof Boxed boxed
                ? boxed.value()
                : Boxed.plain(Calls.method(this, "default", value));
    }

    @Override
    public String typeName(Object value) {
        return Values.typeName(value);
    }
}
