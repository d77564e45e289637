package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A code object: what is known of a function apart from its values. */
final class Code extends PyObject {
    private static final long OPTIMIZED = 1;
    private static final long NEW_LOCALS = 2;
    private static final long REST = 4;
    private static final long KEYWORDS = 8;
    private static final long NESTED = 16;
    private static final long COROUTINE = 128;

    private final String file;
    private final String name;
    private final String qualname;
    private final int line;
    private final Signature signature;
    private final List<String> locals;
    private final List<String> free;
    private final long flags;

    private Code(
            String file,
            String name,
            String qualname,
            int line,
            Signature signature,
            List<String> locals,
            List<String> free,
            long flags) {
        super(Types.FUNCTION_CODE);
        this.file = file;
        this.name = name;
        this.qualname = qualname;
        this.line = line;
        this.signature = signature;
        this.locals = locals;
        this.free = free;
        this.flags = flags;
    }

    /** Returns that of a function. */
    static Code of(Function function, String file, int line, String... locals) {
        Signature signature = function.signature();
        long flags = OPTIMIZED + NEW_LOCALS;
        flags += signature.hasRest() ? REST : 0;
        flags += signature.hasKeywords() ? KEYWORDS : 0;
        flags += function.qualname().contains("<locals>") ? NESTED : 0;
        flags += function.isAsynchronous() ? COROUTINE : 0;
        flags += function.generating();
        return new Code(
                file,
                function.name(),
                function.qualname(),
                line,
                signature,
                Arrays.asList(locals),
                function.taken(),
                flags);
    }

    /** Returns that of a call that is running, of which only its place is known. */
    static Code of(Traceback.Frame frame) {
        String name = frame.function();
        int line = name.equals("<module>") ? 1 : frame.line();
        return new Code(frame.file(), name, name, line, Signature.of(""), List.of(), List.of(), 0);
    }

    static void fill(PyType type) {
        type.getter("co_name", s -> of(s).name);
        type.getter("co_qualname", s -> of(s).qualname);
        type.getter("co_filename", s -> of(s).file);
        type.getter("co_firstlineno", s -> (long) of(s).line);
        type.getter("co_flags", s -> of(s).flags);
        type.getter("co_argcount", s -> (long) of(s).signature.positional());
        type.getter("co_posonlyargcount", s -> (long) of(s).signature.positionalOnly());
        type.getter("co_kwonlyargcount", s -> (long) of(s).signature.keywordOnly());
        type.getter("co_varnames", s -> of(s).variables());
        type.getter("co_freevars", s -> PyTuple.of(of(s).free.toArray()));
        type.getter("co_nlocals", s -> (long) of(s).variables().size());
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<code object %s at %s, file \"%s\", line %d>"
                                .formatted(
                                        of(a[0]).name,
                                        Text.address(a[0]),
                                        of(a[0]).file,
                                        of(a[0]).line));
    }

    private static Code of(Object self) {
        return (Code) self;
    }

    private PyTuple variables() {
        List<Object> all = new ArrayList<>(signature.variables());
        all.addAll(locals);
        return PyTuple.of(all.toArray());
    }
}
