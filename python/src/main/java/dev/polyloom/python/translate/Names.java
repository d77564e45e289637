package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import org.jspecify.annotations.Nullable;

/** Writes how variables are read, set and deleted. */
record Names(Frame frame) {
    Code load(Expr.Name name) {
        String id = name.id();
        if (frame.place(id) == Frame.Place.GLOBAL && frame.unit.isBuiltin(frame.mangled(id))) {
            Code evaluator = evaluator(id);
            if (evaluator != null) {
                return evaluator;
            }
        }
        return code(id);
    }

    /** Returns an expression that reads a variable. */
    Code code(String id) {
        Value held = frame.held(id);
        if (held.isPlain() && !isChecked(id)) {
            return new Code(frame.java(id), Code.kind(held));
        }
        return Code.object(load(id));
    }

    private boolean isChecked(String id) {
        boolean checked = !frame.assigned.contains(id) && frame.locals.contains(id);
        if (checked) {
            frame.unit.types.mayBeUnbound(frame.scope, frame.mangled(id));
        }
        return checked;
    }

    private @Nullable Code evaluator(String id) {
        return java.util.Set.of("eval", "exec", "compile").contains(id)
                ? Code.object(
                        "Evaluation.function(\"%s\", %s, %s)"
                                .formatted(
                                        id,
                                        frame.scope.kind() == Scope.Kind.MODULE
                                                ? "MODULE"
                                                : "MODULE.outermost()",
                                        frame.scope.kind() == Scope.Kind.MODULE
                                                ? "null"
                                                : frame.locals()))
                : null;
    }

    String load(String id) {
        String java = frame.java(id);
        return switch (frame.place(id)) {
            case LOCAL -> {
                String read = frame.isGrowing(id) ? java + ".get()" : java;
                yield isChecked(id) ? "Errors.local(%s, \"%s\")".formatted(read, id) : read;
            }
            case CELL -> java + (isOwn(id) ? ".own()" : ".get()");
            case CLASS ->
                    "ClassBody.get(names, \"%s\", %s)"
                            .formatted(frame.mangled(id), global(frame.mangled(id)));
            case GLOBAL -> {
                String field = frame.global(frame.mangled(id));
                yield frame.unit.isBuiltin(frame.mangled(id)) ? field : field + ".get()";
            }
        };
    }

    private boolean isOwn(String id) {
        Symbol symbol = frame.scope.symbol(frame.mangled(id));
        return symbol != null && symbol.binding() == Binding.CELL;
    }

    private String global(String id) {
        Symbol symbol = frame.scope.symbol(id);
        boolean hidden = symbol != null && symbol.isTaken();
        return hidden || frame.unit.isBuiltin(id)
                ? "MODULE.global(\"%s\")".formatted(id)
                : frame.global(id);
    }

    /** Returns an expression that sets a variable and gives its value. */
    String assigning(String id, String value) {
        frame.assigned.add(id);
        String java = frame.java(id);
        Ends ends = new Ends(frame);
        return switch (frame.place(id)) {
            case LOCAL ->
                    frame.isGrowing(id)
                            ? "%s.set(%s)".formatted(java, value)
                            : "(%s = %s)"
                                    .formatted(
                                            java,
                                            isObject(id) ? ends.replacing(java, value) : value);
            case CELL -> ends.set(java, value);
            case CLASS -> "ClassBody.set(names, \"%s\", %s)".formatted(frame.mangled(id), value);
            case GLOBAL -> ends.set(frame.global(frame.mangled(id)), value);
        };
    }

    private boolean isObject(String id) {
        return !frame.held(id).isPlain();
    }

    /** Returns an expression for the value that a variable may have, or an empty text. */
    String peek(String id) {
        return switch (frame.place(id)) {
            case LOCAL -> frame.java(id);
            case CELL -> frame.java(id);
            case CLASS -> "";
            case GLOBAL ->
                    frame.unit.isBuiltin(frame.mangled(id))
                            ? ""
                            : "Drops.now(%s)".formatted(frame.global(frame.mangled(id)));
        };
    }

    /** Writes a statement that sets a variable. */
    void store(String id, Code value) {
        store(id, Code.bare(value.as(frame.held(id))));
    }

    /** Writes a statement that sets a variable; the value has the type of the variable. */
    void store(String id, String value) {
        String text = assigning(id, value);
        boolean wrapped = text.startsWith("(");
        frame.line((wrapped ? text.substring(1, text.length() - 1) : text) + ";");
    }

    /** Writes a statement that takes a variable its value, if it has one. */
    void forget(String id) {
        String java = frame.java(id);
        Ends ends = new Ends(frame);
        switch (frame.place(id)) {
            case LOCAL -> {
                if (isObject(id) && !frame.isGrowing(id)) {
                    ends.drop(java);
                }
                frame.line(forgetting(id, java));
            }
            case CELL -> frame.line("%s.forget();".formatted(ends.dropped(java)));
            case CLASS -> frame.line("names.remove(\"%s\");".formatted(frame.mangled(id)));
            case GLOBAL ->
                    frame.line(
                            "%s.forget();"
                                    .formatted(ends.dropped(frame.global(frame.mangled(id)))));
        }
    }

    private String forgetting(String id, String java) {
        return frame.isGrowing(id) ? java + ".forget();" : java + " = null;";
    }

    void delete(String id) {
        String java = frame.java(id);
        Ends ends = new Ends(frame);
        switch (frame.place(id)) {
            case LOCAL -> {
                if (!frame.assigned.contains(id)) {
                    frame.line("Errors.local(%s, \"%s\");".formatted(java, id));
                }
                if (isObject(id) && !frame.isGrowing(id)) {
                    ends.drop(java);
                }
                frame.line(forgetting(id, java));
            }
            case CELL ->
                    frame.line(
                            "%s.%s();"
                                    .formatted(
                                            ends.dropped(java),
                                            isOwn(id) ? "deleteOwn" : "delete"));
            case CLASS -> frame.line("names.remove(\"%s\");".formatted(frame.mangled(id)));
            case GLOBAL ->
                    frame.line(
                            "%s.delete();"
                                    .formatted(ends.dropped(frame.global(frame.mangled(id)))));
        }
        frame.assigned.remove(id);
    }
}
