package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes values over several lines where one is too narrow, by the rules of CPython's pprint. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class PrettyPrinter {
    private final int indent;
    private final int width;
    private final int depth;
    private final boolean compact;
    private final boolean sorting;
    private final StringBuilder out = new StringBuilder();
    private final IdentityHashMap<Object, Boolean> active = new IdentityHashMap<>();

    /** Makes one; a depth of 0 stands for no limit. */
    PrettyPrinter(int indent, int width, int depth, boolean compact, boolean sorting) {
        this.indent = indent;
        this.width = width;
        this.depth = depth;
        this.compact = compact;
        this.sorting = sorting;
    }

    /** Returns a value as text. */
    String format(Object value) {
        write(value, 0, 0, 0);
        return out.toString();
    }

    /** Returns a value as one line. */
    String line(Object value) {
        return line(value, 0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String spaces(int count) {
        return " ".repeat(Math.max(0, count));
    }

    private static String recursion(Object value) {
        return "<Recursion on %s with id=%d>".formatted(Types.of(value).name(), Text.id(value));
    }

    private void write(Object value, int column, int allowance, int level) {
        if (active.containsKey(value)) {
            out.append(recursion(value));
            return;
        }
        String line = line(value, level);
        if (length(line) > width - column - allowance && isOpen(value)) {
            active.put(value, true);
            parts(value, column, allowance, level + 1);
            active.remove(value);
            return;
        }
        out.append(line);
    }

    private static boolean shows(Object value, PyType type) {
        return Types.of(value).lookup("__repr__") == type.lookup("__repr__");
    }

    private static boolean isDataclass(Object value) {
        return value instanceof PyObject
                && !(value instanceof PyType)
                && Types.of(value).lookup("__dataclass_fields__") != null
                && Types.of(value).lookup("__repr__")
                        instanceof dev.polyloom.python.runtime.object.Function shown
                && shown.own("__dataclass_repr__") != null;
    }

    private static boolean isOpen(Object value) {
        return switch (value) {
            case PyDict dict ->
                    shows(dict, Types.DICT)
                            || shows(dict, OrderedDict.TYPE)
                            || shows(dict, DefaultDict.TYPE)
                            || shows(dict, Counter.TYPE);
            case PyList list -> shows(list, Types.LIST);
            case PyTuple tuple -> shows(tuple, Types.TUPLE);
            case PySet set -> set.type().isNative();
            case String text -> true;
            case Deque deque -> true;
            default -> isDataclass(value);
        };
    }

    private void parts(Object value, int column, int allowance, int level) {
        switch (value) {
            case OrderedDict dict when dict.size() > 0 -> {
                String name = open(dict);
                write(PyList.copyOf(items(dict)), column + name.length() + 1, allowance + 1, level);
                out.append(')');
            }
            case DefaultDict dict -> {
                String name = open(dict);
                int inner = column + name.length() + 1;
                out.append(line(Attributes.get(dict, "default_factory"), level));
                out.append(",\n").append(spaces(inner));
                dict(dict, inner, allowance + 1, level);
                out.append(')');
            }
            case Counter dict when dict.size() > 0 -> {
                String name = open(dict);
                out.append('{').append(spaces(indent - 1));
                List<PyTuple> items =
                        Arrays.stream(((PyList) Calls.method(dict, "most_common")).snapshot())
                                .map(item -> (PyTuple) item)
                                .toList();
                entries(items, column + name.length() + 1, allowance + 2, level);
                out.append("})");
            }
            case PyDict dict -> dict(dict, column, allowance, level);
            case PyList list -> {
                out.append('[');
                elements(list.snapshot(), column, allowance + 1, level);
                out.append(']');
            }
            case PyTuple tuple -> {
                String end = tuple.size() == 1 ? ",)" : ")";
                out.append('(');
                elements(tuple.array(), column, allowance + end.length(), level);
                out.append(end);
            }
            case PySet set -> set(set, column, allowance, level);
            case Deque deque -> deque(deque, column, allowance, level);
            case String text -> text(text, column, allowance, level);
            default -> dataclass(value, column, allowance, level);
        }
    }

    private String open(PyObject value) {
        String name = value.type().name();
        out.append(name).append('(');
        return name;
    }

    private static List<PyTuple> items(PyDict dict) {
        List<PyTuple> items = new ArrayList<>();
        dict.forEach((key, value) -> items.add(PyTuple.of(key, value)));
        return items;
    }

    private static int order(Object a, Object b) {
        try {
            return Compare.forSorting(a, b);
        } catch (PyException e) {
            int names = Text.repr(Types.of(a)).compareTo(Text.repr(Types.of(b)));
            return names != 0 ? names : Long.compare(Text.id(a), Text.id(b));
        }
    }

    private List<PyTuple> inOrder(PyDict dict) {
        List<PyTuple> items = items(dict);
        if (sorting) {
            items.sort((a, b) -> order(a.get(0), b.get(0)));
        }
        return items;
    }

    private void dict(PyDict dict, int column, int allowance, int level) {
        out.append('{').append(spaces(indent - 1));
        entries(inOrder(dict), column, allowance + 1, level);
        out.append('}');
    }

    private void entries(List<PyTuple> items, int column, int allowance, int level) {
        int inner = column + indent;
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            String key = line(items.get(i).get(0), level);
            out.append(key).append(": ");
            write(items.get(i).get(1), inner + length(key) + 2, last ? allowance : 1, level);
            if (!last) {
                out.append(",\n").append(spaces(inner));
            }
        }
    }

    private void elements(Object[] items, int column, int allowance, int level) {
        int inner = column + indent;
        out.append(spaces(indent - 1));
        String newLine = ",\n" + spaces(inner);
        String delimiter = "";
        int most = width - inner + 1;
        int left = most;
        for (int i = 0; i < items.length; i++) {
            boolean last = i == items.length - 1;
            if (last) {
                most -= allowance;
                left -= allowance;
            }
            if (compact) {
                String line = line(items[i], level);
                int needed = length(line) + 2;
                if (left < needed) {
                    left = most;
                    delimiter = delimiter.isEmpty() ? delimiter : newLine;
                }
                if (left >= needed) {
                    left -= needed;
                    out.append(delimiter).append(line);
                    delimiter = ", ";
                    continue;
                }
            }
            out.append(delimiter);
            delimiter = newLine;
            write(items[i], inner, last ? allowance : 1, level);
        }
    }

    private void set(PySet set, int column, int allowance, int level) {
        boolean plain = set.type() == Types.SET;
        String name = plain ? "" : open(set);
        String end = plain ? "}" : "})";
        Object[] sorted = set.snapshot();
        Arrays.sort(sorted, PrettyPrinter::order);
        out.append('{');
        int inner = column + (plain ? 0 : name.length() + 1);
        elements(sorted, inner, allowance + end.length(), level);
        out.append(end);
    }

    private void deque(Deque deque, int column, int allowance, int level) {
        int inner = column + open(deque).length() + 1;
        out.append('[');
        elements(deque.snapshot(), inner, deque.most() < 0 ? allowance + 2 : 2, level);
        out.append(
                deque.most() < 0
                        ? "])"
                        : "],\n%smaxlen=%d)".formatted(spaces(inner), deque.most()));
    }

    private void dataclass(Object value, int column, int allowance, int level) {
        int inner = column + open((PyObject) value).length() + 1;
        List<DataField> fields =
                DataclassesModule.known(value).stream()
                        .filter(f -> f.isPlain() && f.isShown())
                        .toList();
        for (int i = 0; i < fields.size(); i++) {
            boolean last = i == fields.size() - 1;
            String name = fields.get(i).name();
            Object part = Attributes.get(value, name);
            out.append(name).append('=');
            if (active.containsKey(part)) {
                out.append("...");
            } else {
                write(part, inner + name.length() + 1, last ? allowance : 1, level);
            }
            if (!last) {
                out.append(",\n").append(spaces(inner));
            }
        }
        out.append(')');
    }

    private void text(String text, int column, int allowance, int level) {
        int extra = level == 1 ? 1 : 0;
        List<String> chunks = PrettyText.chunks(text, width - column - extra, allowance + extra);
        if (chunks.size() == 1) {
            out.append(chunks.getFirst());
            return;
        }
        out.append(level == 1 ? "(" : "");
        out.append(String.join("\n" + spaces(column + extra), chunks));
        out.append(level == 1 ? ")" : "");
    }

    private String line(Object value, int level) {
        boolean container =
                switch (value) {
                    case PyDict dict -> shows(dict, Types.DICT);
                    case PyList list -> shows(list, Types.LIST);
                    case PyTuple tuple -> shows(tuple, Types.TUPLE);
                    default -> false;
                };
        if (!container) {
            return Text.repr(value);
        }
        String[] ends =
                value instanceof PyDict
                        ? new String[] {"{", "}"}
                        : value instanceof PyList
                                ? new String[] {"[", "]"}
                                : new String[] {"(", ")"};
        List<String> texts = new ArrayList<>();
        if (depth > 0 && level >= depth && size(value) > 0) {
            return ends[0]
                    + (value instanceof PyTuple && size(value) == 1 ? "...," : "...")
                    + ends[1];
        }
        if (active.containsKey(value)) {
            return recursion(value);
        }
        active.put(value, true);
        if (value instanceof PyDict dict) {
            inOrder(dict)
                    .forEach(item ->
                            texts.add(
                                    line(item.get(0), level + 1)
                                            + ": "
                                            + line(item.get(1), level + 1)));
        } else {
            for (Object each : dev.polyloom.python.runtime.object.Iteration.toList(value)) {
                texts.add(line(each, level + 1));
            }
        }
        active.remove(value);
        boolean single = value instanceof PyTuple && texts.size() == 1;
        return ends[0] + String.join(", ", texts) + (single ? "," : "") + ends[1];
    }

    private static long size(Object value) {
        return dev.polyloom.python.runtime.object.Items.length(value);
    }
}
