package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.json.JsonReader;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Codecs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module {@code json}. */
final class JsonModule {
    static final PyType DECODE_ERROR =
            PyType.library("JSONDecodeError", Exceptions.VALUE_ERROR, JsonModule::fillError)
                    .module("json.decoder");
    private static final PyType DECODER =
            PyType.library("JSONDecoder", Types.OBJECT, Decoder::fill)
                    .module("json.decoder")
                    .allocator(Decoder::new);
    private static final String HOOKS =
            "object_hook=None, parse_float=None, parse_int=None, parse_constant=None, ";
    private static final Pattern PLACE =
            Pattern.compile("(.*): line (\\d+) column (\\d+) \\(char (\\d+)\\)");

    private JsonModule() {}

    static Module make() {
        Module module = new Module("json");
        module.put("JSONEncoder", JsonEncoder.TYPE);
        module.put("JSONDecoder", DECODER);
        module.put("JSONDecodeError", DECODE_ERROR);
        module.put("decoder", module).put("encoder", module);
        String options =
                "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,"
                        + " indent=None, separators=None, default=None, sort_keys=False, **kw";
        module.function("dumps", "obj, *, " + options, a -> JsonEncoder.dumps(a, 1));
        module.function(
                "dump",
                "obj, fp, *, " + options,
                a -> {
                    Calls.method(a[1], "write", JsonEncoder.dumps(a, 2));
                    return None.NONE;
                });
        String hooks = "cls=None, " + HOOKS + "object_pairs_hook=None, **kw";
        module.function("loads", "s, *, " + hooks, a -> loads(a[0], a));
        module.function("load", "fp, *, " + hooks, a -> loads(Calls.method(a[0], "read"), a));
        return module;
    }

    private static void fillError(PyType type) {
        type.method(
                "__init__",
                3,
                3,
                a -> {
                    String doc = Text.str(a[2]);
                    long place = Numbers.index(a[3]);
                    String before = doc.substring(0, doc.offsetByCodePoints(0, (int) place));
                    long line = 1 + before.chars().filter(c -> c == '\n').count();
                    long column = place - before.lastIndexOf('\n');
                    describe((PyException) a[0], Text.str(a[1]), doc, line, column, place);
                    return None.NONE;
                });
    }

    private static void describe(
            PyException error, String message, String doc, long line, long column, long place) {
        String text = "%s: line %d column %d (char %d)".formatted(message, line, column, place);
        Calls.call(
                java.util.Objects.requireNonNull(Exceptions.VALUE_ERROR.lookup("__init__")),
                error,
                text);
        error.setOwn("msg", message);
        error.setOwn("doc", doc);
        error.setOwn("pos", place);
        error.setOwn("lineno", line);
        error.setOwn("colno", column);
    }

    /** Returns the error of Python that stands for one of the reader. */
    private static RuntimeException translated(Fault fault, String doc) {
        Matcher matcher = PLACE.matcher(fault.text());
        if (!fault.type().equals("JSONDecodeError") || !matcher.matches()) {
            return fault;
        }
        PyException error = new PyException(DECODE_ERROR);
        describe(
                error,
                matcher.group(1),
                doc,
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4)));
        return Errors.raise(error);
    }

    private static Object loads(Object source, Object[] a) {
        Object cls = a[1];
        PyDict further = (PyDict) a[a.length - 1];
        String text = text(source);
        if (Values.isNone(cls) && further.size() == 0) {
            return read(text, new JsonHooks(a[2], a[3], a[4], a[5], a[6]), true);
        }
        Calls.ArgumentList arguments = Calls.arguments();
        String[] names = {
            "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"
        };
        for (int i = 0; i < names.length; i++) {
            if (!Values.isNone(a[2 + i])) {
                arguments.add(names[i], a[2 + i]);
            }
        }
        Object decoder = arguments.addNamed(further).call(Values.isNone(cls) ? DECODER : cls);
        return Calls.method(decoder, "decode", text);
    }

    private static String text(Object source) {
        if (Boxed.plain(source) instanceof String text) {
            return text;
        }
        if (Values.isBytes(source)) {
            return Codecs.decode(Values.bytes(source), "utf-8", "strict");
        }
        throw Errors.type(
                "the JSON object must be str, bytes or bytearray, not " + Values.typeName(source));
    }

    private static Object read(String text, JsonHooks hooks, boolean strict) {
        try {
            return JsonReader.read(text, strict, hooks);
        } catch (Fault fault) {
            throw translated(fault, text);
        }
    }

    /** A {@code JSONDecoder}. */
    private static final class Decoder extends PyObject {
        private JsonHooks hooks = JsonHooks.NONE;
        private boolean strict = true;

        Decoder(PyType type) {
            super(type);
        }

        static void fill(PyType type) {
            type.dict().put("__open__", true);
            type.method(
                    "__init__",
                    "*, " + HOOKS + "strict=True, object_pairs_hook=None",
                    a -> {
                        Decoder self = (Decoder) a[0];
                        self.hooks = new JsonHooks(a[1], a[2], a[3], a[4], a[6]);
                        self.strict = Text.truth(a[5]);
                        return None.NONE;
                    });
            type.method(
                    "decode",
                    1,
                    1,
                    a -> {
                        Decoder self = (Decoder) a[0];
                        return read(text(a[1]), self.hooks, self.strict);
                    });
            type.method("raw_decode", "s, idx=0", a -> ((Decoder) a[0]).prefix(text(a[1]), a[2]));
        }

        private Object prefix(String text, Object index) {
            try {
                JsonReader.Prefix prefix =
                        JsonReader.readPrefix(text, (int) Numbers.index(index), hooks);
                return PyTuple.of(prefix.value(), (long) prefix.end());
            } catch (Fault fault) {
                throw translated(fault, text);
            }
        }
    }
}
