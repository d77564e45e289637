package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that something of Python's library will make of a function that it is handed.
 *
 * @param function the function
 * @param passing how its arguments are taken from {@code args}
 * @param args the arguments, or what they are taken from
 * @param keywords the arguments passed by name
 */
record HandedCall(Expr function, Passing passing, List<Expr> args, List<Keyword> keywords) {
    private static final Set<String> MAPS = Set.of("map", "map_async", "imap", "imap_unordered");

    private static final Set<String> STAR_MAPS = Set.of("starmap", "starmap_async");
    private static final Set<String> APPLIES = Set.of("apply", "apply_async");

    /** A place before all others, so that those after it are no places either. */
    private static final int NAMED_ONLY = -3;

    /** How arguments are passed. */
    enum Passing {
        /** As they are. */
        ALL,
        /** As they are, and more by who calls what has been made. */
        FIRST,
        /** One element of each. */
        EACH,
        /** The parts of one element. */
        PARTS
    }

    HandedCall {
        args = List.copyOf(args);
        keywords = List.copyOf(keywords);
    }

    /** Tells whether methods of a name only go through what they are given. */
    static boolean isMap(String method) {
        return MAPS.contains(method) || STAR_MAPS.contains(method);
    }

    /** Returns the call that a call leads to, or null where that cannot be told. */
    static @Nullable HandedCall of(Expr.Call call, Handing handing, Env env) {
        boolean open =
                call.args().stream().anyMatch(Expr.Starred.class::isInstance)
                        || call.keywords().stream().anyMatch(each -> each.arg() == null);
        if (open) {
            return null;
        }
        String origin = handing.origin(call.func(), env);
        if (origin != null) {
            return ofLibrary(origin, call);
        }
        if (handing.isMap(call.func(), env)) {
            return from(call, 0, Passing.EACH);
        }
        return call.func() instanceof Expr.Attribute method && handing.isOfLibrary(method.attr())
                ? ofMethod(method.attr(), call)
                : null;
    }

    private static @Nullable HandedCall ofLibrary(String origin, Expr.Call call) {
        return switch (origin) {
            case "threading.Thread", "multiprocessing.Process" ->
                    packed(call, "target", NAMED_ONLY);
            case "threading.Timer" -> packed(call, "function", 1);
            case "asyncio.to_thread" -> from(call, 0, Passing.ALL);
            case "functools.partial" -> from(call, 0, Passing.FIRST);
            default -> null;
        };
    }

    private static @Nullable HandedCall ofMethod(String method, Expr.Call call) {
        if (MAPS.contains(method)) {
            return from(call, 0, Passing.EACH);
        }
        if (STAR_MAPS.contains(method)) {
            return from(call, 0, Passing.PARTS);
        }
        if (APPLIES.contains(method)) {
            return packed(call, "func", 0);
        }
        return switch (method) {
            case "submit" -> from(call, 0, Passing.ALL);
            case "run_in_executor" -> from(call, 1, Passing.ALL);
            default -> null;
        };
    }

    private static @Nullable HandedCall from(Expr.Call call, int function, Passing passing) {
        if (call.args().size() <= function) {
            return null;
        }
        List<Expr> rest = call.args().subList(function + 1, call.args().size());
        boolean named = passing == Passing.ALL || passing == Passing.FIRST;
        return new HandedCall(
                call.args().get(function), passing, rest, named ? call.keywords() : List.of());
    }

    /** Returns the call of a function whose arguments are handed as a tuple and a dict. */
    private static @Nullable HandedCall packed(Expr.Call call, String name, int place) {
        Expr function = argument(call, name, place);
        Expr args = argument(call, "args", place + 1);
        Expr kwargs = argument(call, place == 0 ? "kwds" : "kwargs", place + 2);
        boolean positional = place == NAMED_ONLY && !call.args().isEmpty();
        List<Expr> passed = args == null ? List.of() : elements(args);
        List<Keyword> named = kwargs == null ? List.of() : keywords(kwargs);
        return function == null || positional || passed == null || named == null
                ? null
                : new HandedCall(function, Passing.ALL, passed, named);
    }

    private static @Nullable Expr argument(Expr.Call call, String name, int place) {
        for (Keyword each : call.keywords()) {
            if (name.equals(each.arg())) {
                return each.value();
            }
        }
        return place >= 0 && place < call.args().size() ? call.args().get(place) : null;
    }

    /** Returns the elements of a list or tuple that is written out, or null. */
    static @Nullable List<Expr> elements(Expr e) {
        List<Expr> all =
                switch (e) {
                    case Expr.TupleDisplay tuple -> tuple.elts();
                    case Expr.ListDisplay list -> list.elts();
                    default -> null;
                };
        return all == null || all.stream().anyMatch(Expr.Starred.class::isInstance) ? null : all;
    }

    private static @Nullable List<Keyword> keywords(Expr e) {
        if (!(e instanceof Expr.DictDisplay dict)) {
            return null;
        }
        List<Keyword> all = new ArrayList<>();
        for (int i = 0; i < dict.keys().size(); i++) {
            if (!(dict.keys().get(i) instanceof Expr.ConstantExpr key)
                    || !(key.value() instanceof Constant.Str text)) {
                return null;
            }
            all.add(new Keyword(key.span(), text.text(), dict.values().get(i)));
        }
        return all;
    }
}
