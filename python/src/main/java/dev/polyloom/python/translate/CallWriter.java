package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calls. */
@SuppressWarnings("ReferenceEquality") // a function is one object
record CallWriter(Frame frame, Expressions expressions) {
    private static final int MOST_ARGUMENTS = 3;

    Code call(Expr.Call call) {
        boolean plain =
                call.args().stream().noneMatch(Expr.Starred.class::isInstance)
                        && call.keywords().stream().allMatch(k -> k.arg() != null);
        if (call.func() instanceof Expr.Name name && isBuiltin(name.id())) {
            Code known = builtin(name.id(), call, plain);
            if (known != null) {
                return known;
            }
        }
        if (!plain) {
            return Code.object(spread(call));
        }
        if (call.func() instanceof Expr.Attribute function
                && function.value() instanceof Expr.Name module
                && module.id().equals("math")
                && expressions.known(call).isFloat()) {
            return real(function.attr(), call.args().getFirst());
        }
        Code direct = direct(call);
        if (direct != null) {
            return direct;
        }
        String args = args(call);
        if (call.func() instanceof Expr.Attribute attribute) {
            String inherited = inherited(attribute, call, args);
            if (inherited != null) {
                return Code.object(inherited);
            }
            String object = expressions.value(attribute.value());
            String name = frame.mangled(attribute.attr());
            if (name.equals("append") && call.args().size() == 1 && call.keywords().isEmpty()) {
                return Code.object(
                        "%s.append(%s%s)".formatted(frame.unit.attribute(name), object, args));
            }
            return new Ends(frame)
                    .temporary(
                            attribute,
                            call.keywords().isEmpty() && call.args().size() <= MOST_ARGUMENTS
                                    ? "%s.call(%s%s)"
                                            .formatted(frame.unit.attribute(name), object, args)
                                    : call.keywords().isEmpty()
                                            ? "Calls.method(%s, \"%s\"%s)"
                                                    .formatted(object, name, args)
                                            : "Calls.methodNamed(%s, \"%s\", %s%s)"
                                                    .formatted(object, name, names(call), args));
        }
        String function = expressions.value(call.func());
        return Code.object(
                call.keywords().isEmpty()
                        ? "Calls.call(%s%s)".formatted(function, args)
                        : "Calls.callNamed(%s, %s%s)".formatted(function, names(call), args));
    }

    /** Returns a call of a function of {@code math} that gives a float. */
    private Code real(String name, Expr argument) {
        Value value = expressions.known(argument);
        Code code = expressions.code(argument);
        String number =
                value.isLong() || value.isFloat()
                        ? new Operators.Operand(code, value).asDouble()
                        : "Numbers.toDouble(%s)".formatted(code.bare());
        return new Code("Reals.%s(%s)".formatted(name, Code.bare(number)), Code.Kind.DOUBLE);
    }

    /** Returns a call of the method of a function that is known, or null. */
    private @Nullable Code direct(Expr.Call call) {
        Stmt.FunctionDef def = called(frame.unit, call);
        if (def == null) {
            return null;
        }
        List<Arg> all = Functions.all(def.args());
        Scope scope = frame.unit.scope(def);
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Value held = frame.unit.held(scope, all.get(i).arg());
            passed.add(Code.bare(expressions.code(call.args().get(i)).as(held)));
        }
        if (frame.carried == def) {
            passed.add(frame.depth + " + 1");
        }
        return new Code(
                "%s(%s)".formatted(frame.unit.method(def), String.join(", ", passed)),
                Code.kind(frame.unit.types.result(def)));
    }

    /** Returns the function whose method a call can call, or null. */
    static Stmt.@Nullable FunctionDef called(Unit unit, Expr.Call call) {
        Stmt.FunctionDef def = unit.types.called(call);
        if (def == null
                || !call.keywords().isEmpty()
                || call.args().stream().anyMatch(Expr.Starred.class::isInstance)) {
            return null;
        }
        Arguments parameters = def.args();
        boolean positional =
                parameters.kwonlyargs().isEmpty()
                        && parameters.vararg() == null
                        && parameters.kwarg() == null;
        return positional && Functions.all(parameters).size() == call.args().size() ? def : null;
    }

    private boolean isBuiltin(String id) {
        return frame.place(id) == Frame.Place.GLOBAL && frame.unit.isBuiltin(id);
    }

    private String args(Expr.Call call) {
        StringBuilder all = new StringBuilder();
        call.args().forEach(arg -> all.append(", ").append(expressions.value(arg)));
        for (Keyword keyword : call.keywords()) {
            all.append(", ").append(expressions.value(keyword.value()));
        }
        return all.toString();
    }

    private static String names(Expr.Call call) {
        List<String> names = new ArrayList<>();
        call.keywords().forEach(keyword -> names.add("\"" + keyword.arg() + "\""));
        return "Calls.names(%s)".formatted(String.join(", ", names));
    }

    private String spread(Expr.Call call) {
        String function = frame.temporary();
        String callee = expressions.value(call.func());
        StringBuilder chain = new StringBuilder("Calls.arguments()");
        for (Expr arg : call.args()) {
            chain.append(
                    arg instanceof Expr.Starred star
                            ? ".addAll(%s)".formatted(expressions.value(star.value()))
                            : ".add(%s)".formatted(expressions.value(arg)));
        }
        for (Keyword keyword : call.keywords()) {
            String value = expressions.value(keyword.value());
            chain.append(
                    keyword.arg() == null
                            ? ".addNamed(%s)".formatted(value)
                            : ".add(\"%s\", %s)".formatted(keyword.arg(), value));
        }
        return "Calls.spread(%s = %s, %s)".formatted(function, callee, chain);
    }

    private @Nullable Code builtin(String id, Expr.Call call, boolean plain) {
        int count = call.keywords().isEmpty() && plain ? call.args().size() : -1;
        return switch (id) {
            case "super" -> count == 0 ? Code.object(superOf()) : null;
            case "len" ->
                    count == 1
                            ? new Code(
                                    "Items.length(%s)"
                                            .formatted(expressions.value(call.args().getFirst())),
                                    Code.Kind.LONG)
                            : null;
            case "isinstance" ->
                    count == 2
                            ? Code.bool(
                                    "Types.isInstance(%s)".formatted(expressions.list(call.args())))
                            : null;
            case "abs" -> count == 1 ? absolute(call) : null;
            case "str" -> count == 1 ? text(call.args().getFirst()) : null;
            case "sum", "any", "all" ->
                    count == 1 && call.args().getFirst() instanceof Expr.GeneratorExp each
                            ? new Comprehensions(frame).consumed(id, each)
                            : null;
            case "min", "max" -> count == 2 ? either(id, call) : null;
            case "globals" -> count == 0 ? Code.object("Modules.globals(MODULE)") : null;
            case "vars", "locals" -> count == 0 ? Code.object(frame.locals()) : null;
            case "dir" ->
                    count == 0
                            ? Code.object("Namespace.names(%s)".formatted(frame.locals()))
                            : null;
            default -> null;
        };
    }

    private Code text(Expr value) {
        Code code = expressions.code(value);
        boolean whole = expressions.known(value).isLong();
        return new Code(
                whole
                        ? "Long.toString(%s)"
                                .formatted(Code.bare(code.as(expressions.known(value))))
                        : "Text.str(%s)".formatted(code.bare()),
                Code.Kind.STRING);
    }

    private Code absolute(Expr.Call call) {
        Value value = expressions.known(call);
        return value.isLong() || value.isFloat()
                ? new Code(
                        "Math.abs(%s)"
                                .formatted(expressions.code(call.args().getFirst()).as(value)),
                        Code.kind(value))
                : Code.object("Ops.abs(%s)".formatted(expressions.list(call.args())));
    }

    private Code either(String id, Expr.Call call) {
        Value value = expressions.known(call);
        return value.isLong()
                ? new Code(
                        "Math.%s(%s, %s)"
                                .formatted(
                                        id,
                                        expressions.code(call.args().getFirst()).as(value),
                                        expressions.code(call.args().getLast()).as(value)),
                        Code.Kind.LONG)
                : Code.object("Compare.%s(%s)".formatted(id, expressions.list(call.args())));
    }

    /** Returns a call of {@code super().name} by position, or null for another call. */
    private @Nullable String inherited(Expr.Attribute attribute, Expr.Call call, String args) {
        boolean ofSuper =
                call.keywords().isEmpty()
                        && attribute.value() instanceof Expr.Call of
                        && of.args().isEmpty()
                        && of.keywords().isEmpty()
                        && of.func() instanceof Expr.Name name
                        && name.id().equals("super")
                        && isBuiltin("super");
        String first = frame.firstParameter;
        return ofSuper && first != null && isInClass()
                ? "%s.callSuper(__class__, %s%s)"
                        .formatted(
                                frame.unit.attribute(frame.mangled(attribute.attr())),
                                new Names(frame).load(first),
                                args)
                : null;
    }

    private boolean isInClass() {
        Symbol symbol = frame.scope.symbol("__class__");
        return symbol != null && symbol.isTaken();
    }

    private String superOf() {
        String first = frame.firstParameter;
        if (first == null) {
            return "Super.made()";
        }
        if (!isInClass()) {
            return "Super.of(null, %s)".formatted(new Names(frame).load(first));
        }
        return "new Super(__class__.get(), %s)".formatted(new Names(frame).load(first));
    }
}
