package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of the program that an event loop calls, with what it is called with.
 *
 * @param function the function
 * @param args the arguments
 */
record Callback(Object function, PyTuple args) implements Runnable {
    private static final int LONGEST = 30;
    private static final int DOTS = 3;

    @Override
    public void run() {
        Calls.arguments().addAll(args).call(function);
    }

    /** Returns the text of whatever a handle stands for. */
    static String text(Object callback) {
        Callback known =
                callback instanceof Callback given ? given : new Callback(callback, PyTuple.EMPTY);
        return called(known.function, arguments(known.args, new PyDict())) + place(known.function);
    }

    private static String called(Object function, String arguments) {
        if (isPartial(function)) {
            String own =
                    arguments(
                            (PyTuple) Attributes.get(function, "args"),
                            (PyDict) Attributes.get(function, "keywords"));
            return called(Attributes.get(function, "func"), own + arguments);
        }
        return EventLoop.name(function) + arguments;
    }

    private static boolean isPartial(Object function) {
        return Types.of(function).name().equals("partial");
    }

    private static String arguments(PyTuple args, PyDict named) {
        List<String> all = new ArrayList<>();
        args.asList().forEach(each -> all.add(shortened(each)));
        named.forEach((name, value) -> all.add(Text.str(name) + "=" + shortened(value)));
        return "(" + String.join(", ", all) + ")";
    }

    /** Returns a text of at most 30 signs, as {@code reprlib} does. */
    private static String shortened(Object value) {
        boolean isText = value instanceof String;
        String whole = isText ? Text.str(value) : Text.repr(value);
        if (whole.length() + (isText ? 2 : 0) <= LONGEST) {
            return isText ? Text.repr(value) : whole;
        }
        int head = (LONGEST - DOTS) / 2;
        int tail = LONGEST - DOTS - head;
        String both = whole.substring(0, head) + whole.substring(whole.length() - tail);
        String shown = isText ? Text.repr(both) : both;
        return shown.substring(0, head) + "..." + shown.substring(shown.length() - tail);
    }

    /** Returns where a function is, if that is known of it. */
    private static String place(Object function) {
        if (isPartial(function)) {
            return place(Attributes.get(function, "func"));
        }
        if (!(function instanceof Function)) {
            return "";
        }
        Object code = Attributes.get(function, "__code__");
        Object line = Attributes.get(code, "co_firstlineno");
        return line.equals(0L)
                ? ""
                : " at %s:%s"
                        .formatted(Text.str(Attributes.get(code, "co_filename")), Text.str(line));
    }
}
