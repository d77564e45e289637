package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.re.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code re.Match}. */
final class ReMatch extends PyObject {
    static final PyType TYPE = PyType.library("Match", Types.OBJECT, ReMatch::fill).module("re");

    private final RePattern pattern;
    private final Match match;

    ReMatch(RePattern pattern, Match match) {
        super(TYPE);
        this.pattern = pattern;
        this.match = match;
    }

    private static ReMatch of(Object self) {
        return (ReMatch) self;
    }

    private static void fill(PyType type) {
        type.method("group", 0, -1, a -> of(a[0]).groups(a));
        type.method("__getitem__", 1, 1, a -> of(a[0]).group(a[1]));
        type.method("groups", "default=None", a -> of(a[0]).all(a[1]));
        type.method("groupdict", "default=None", a -> of(a[0]).named(a[1]));
        type.method("start", 0, 1, a -> (long) of(a[0]).match.start(of(a[0]).number(a)));
        type.method("end", 0, 1, a -> (long) of(a[0]).match.end(of(a[0]).number(a)));
        type.method("span", 0, 1, a -> of(a[0]).span(of(a[0]).number(a)));
        type.method("expand", 1, 1, a -> of(a[0]).expand(a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.getter("re", self -> of(self).pattern);
        type.getter("string", self -> of(self).pattern.replaced(of(self).match.string()));
        type.getter("pos", self -> (long) of(self).match.position());
        type.getter("endpos", self -> (long) of(self).match.endPosition());
        type.getter("lastindex", self -> whole(of(self).match.lastIndex()));
        type.getter("lastgroup", self -> Values.orNone(of(self).match.lastGroup()));
        type.getter("regs", self -> of(self).spans());
    }

    private static Object whole(@Nullable Integer value) {
        return value == null ? None.NONE : (Object) (long) value;
    }

    private String repr() {
        String shown = match.toString();
        return pattern.replaced("") instanceof String
                ? shown
                : shown.replaceFirst(", match=", ", match=b");
    }

    private long number(Object[] a) {
        return a.length > 1 ? number(a[1]) : 0;
    }

    private long number(Object key) {
        if (key instanceof String name) {
            return match.index(name);
        }
        if (!Numbers.isInt(key)) {
            throw Errors.index("no such group");
        }
        return Numbers.index(key);
    }

    private Object group(Object key) {
        return pattern.replaced(match.group(number(key)));
    }

    private Object groups(Object[] a) {
        if (a.length == 1) {
            return group(0L);
        }
        if (a.length == 2) {
            return group(a[1]);
        }
        return PyTuple.of(Arrays.stream(a).skip(1).map(this::group).toArray());
    }

    private Object all(Object missing) {
        List<Object> texts = new ArrayList<>();
        for (String text : match.groups()) {
            texts.add(text == null ? missing : pattern.replaced(text));
        }
        return PyTuple.of(texts.toArray());
    }

    private Object named(Object missing) {
        PyDict dict = new PyDict();
        match.named()
                .forEach((name, text) ->
                        dict.put(name, text == null ? missing : pattern.replaced(text)));
        return dict;
    }

    private PyTuple span(long group) {
        return PyTuple.of((long) match.start(group), (long) match.end(group));
    }

    private Object spans() {
        List<Object> spans = new ArrayList<>();
        for (int group = 0; group <= match.regex().groups(); group++) {
            spans.add(span(group));
        }
        return PyTuple.of(spans.toArray());
    }

    private Object expand(Object template) {
        String text = pattern.text(template);
        return pattern.replaced(ReModule.guarded(text, () -> match.expand(text)));
    }

    /** Returns where it begins. */
    long start() {
        return match.start(0);
    }

    /**
     * Returns where a search for the next match begins: behind this one, and never where it began.
     */
    long nextPosition() {
        return match.end(0) == match.start(0) ? match.end(0) + 1L : match.end(0);
    }
}
