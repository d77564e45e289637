package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs code that a program makes while it runs: {@code eval}, {@code exec}, {@code compile}. */
@SuppressWarnings("ReferenceEquality") // dicts are compared as objects
public final class Evaluation {
    private static final Signature COMPILE =
            Signature.of(
                    "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *,"
                            + " _feature_version=-1");
    private static final ThreadLocal<@Nullable Module> TARGET = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Object> RESULT = new ThreadLocal<>();
    private static volatile @Nullable Compiler compiler;

    /** Compiles code, and finds modules that only names made at run time lead to. */
    public interface Compiler {
        /**
         * Compiles a text.
         *
         * @param source the text
         * @param file what tracebacks call it
         * @param mode {@code exec}, {@code eval} or {@code single}
         */
        Runnable compile(String source, String file, String mode);

        /** Makes a module of the program known, and tells whether there is one. */
        boolean find(String module);

        /** Returns the words of a command that runs further programs, before their own. */
        List<String> command();
    }

    /** Code that has been compiled. */
    private static final class Code extends PyObject {
        final String file;
        final Runnable body;

        Code(String file, Runnable body) {
            super(Types.CODE);
            this.file = file;
            this.body = body;
        }
    }

    private Evaluation() {}

    static void fill(PyType type) {
        type.getter("co_filename", self -> ((Code) self).file);
        type.getter("co_name", self -> "<module>");
    }

    static void addTo(java.util.Map<String, Object> names) {
        for (String each : List.of("eval", "exec", "compile")) {
            names.put(each, function(each, new Module("__main__"), null));
        }
        Builtins.add(
                names,
                "__import__",
                "name, globals=None, locals=None, fromlist=None, level=0",
                a ->
                        Text.truth(a[3])
                                ? Modules.loadLast(Text.str(a[0]))
                                : Modules.loadFirst(Text.str(a[0])));
    }

    /** Says who compiles code; without a compiler there is no evaluation. */
    public static void compiler(Compiler found) {
        compiler = found;
    }

    /** Makes a module known that is not part of the program yet, if there is one. */
    static boolean find(String module) {
        Compiler known = compiler;
        return known != null && known.find(module);
    }

    /** Returns the words of a command that runs further programs, before their own. */
    public static List<String> command() {
        Compiler known = compiler;
        if (known == null) {
            throw Errors.of(
                    Exceptions.named("OSError"), "no translator is at hand to run another program");
        }
        return known.command();
    }

    /** Returns the module on which the code that is being loaded is to run. */
    public static Module target() {
        Module target = TARGET.get();
        if (target == null) {
            throw new IllegalStateException("no code is being evaluated");
        }
        return target;
    }

    /** Keeps the value of the expression that is evaluated. */
    public static void result(Object value) {
        RESULT.set(value);
    }

    /** Shows the value of a statement as an interactive session does. */
    public static void display(Object value) {
        if (value != None.NONE) {
            Calls.call(Builtins.get("print"), Text.repr(value));
        }
    }

    /**
     * Returns one of the functions as a place of the program sees it.
     *
     * @param name its name
     * @param module the module of the place
     * @param locals the variables of the function there, or null where it is none
     */
    public static Object function(String name, Module module, @Nullable Object locals) {
        return switch (name) {
            case "compile" -> Builtin.function(name, COMPILE, Evaluation::compile);
            case "exec" ->
                    Builtin.function(
                            name,
                            "source, globals=None, locals=None, /",
                            a -> {
                                run(name, a, module, locals);
                                return None.NONE;
                            });
            default ->
                    Builtin.function(
                            name,
                            "source, globals=None, locals=None, /",
                            a -> run(name, a, module, locals));
        };
    }

    private static Object compile(Object[] args) {
        String mode = Text.str(args[2]);
        if (!List.of("exec", "eval", "single").contains(mode)) {
            throw Errors.value("compile() mode must be 'exec', 'eval' or 'single'");
        }
        String file = Text.str(args[1]);
        String source = source("compile", args[0]);
        return new Code(file, compiled(source, file, mode));
    }

    private static Runnable compiled(String source, String file, String mode) {
        Compiler known = compiler;
        if (known == null) {
            throw Errors.runtime("there is no compiler in a program that was translated before");
        }
        return known.compile(source, file, mode);
    }

    private static String source(String function, Object source) {
        return switch (source) {
            case String text -> text;
            case PyMemoryView bytes -> utf8(bytes);
            case PyByteArray bytes -> utf8(bytes);
            case PyBytes bytes -> utf8(bytes);
            default ->
                    throw Errors.type(
                            "%s() arg 1 must be a string, bytes or %s object"
                                    .formatted(
                                            function, function.equals("compile") ? "AST" : "code"));
        };
    }

    private static String utf8(Object bytes) {
        try {
            return Text.str(
                    Calls.method(Types.BYTES.call(new Object[] {bytes}, new String[0]), "decode"));
        } catch (PyException e) {
            throw Errors.of(Exceptions.named("SyntaxError"), "(unicode error) " + Text.str(e));
        }
    }

    private static Object run(String name, Object[] args, Module module, @Nullable Object locals) {
        Code code =
                args[0] instanceof Code known
                        ? known
                        : new Code("<string>", compileHere(name, args[0]));
        return run(code, place(name, args, module, locals));
    }

    private static Runnable compileHere(String name, Object given) {
        String source = source(name, given);
        boolean value = name.equals("eval");
        return compiled(value ? source.replaceFirst("^[ \t]+", "") : source, "<string>", name);
    }

    private static Module place(
            String name, Object[] args, Module module, @Nullable Object locals) {
        boolean exec = name.equals("exec");
        if (args[1] != None.NONE && !(args[1] instanceof PyDict)) {
            throw Errors.type(
                    exec
                            ? "exec() globals must be a dict, not " + Types.of(args[1]).name()
                            : isMapping(args[1])
                                    ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                    : "globals must be a dict");
        }
        if (args[2] != None.NONE && !isMapping(args[2])) {
            throw Errors.type(
                    exec
                            ? "locals must be a mapping or None, not " + Types.of(args[2]).name()
                            : "locals must be a mapping");
        }
        Module outer = args[1] == None.NONE ? module : DictModule.of((PyDict) args[1]);
        Object inner = args[2] != None.NONE ? args[2] : args[1] == None.NONE ? locals : null;
        return inner == null || inner == args[1] || DictModule.isOf(inner, outer)
                ? outer
                : new DictModule(inner, outer);
    }

    private static boolean isMapping(Object value) {
        return value instanceof PyDict || Attributes.find(value, "__getitem__") != null;
    }

    private static Object run(Code code, Module place) {
        Module before = TARGET.get();
        TARGET.set(place);
        RESULT.remove();
        try {
            code.body.run();
            Object result = RESULT.get();
            return result == null ? None.NONE : result;
        } finally {
            RESULT.remove();
            TARGET.set(before);
        }
    }
}
