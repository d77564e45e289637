package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes functions: a static method for what they do, and an expression that makes the object. */
@SuppressWarnings("ReferenceEquality") // a function is one object
record Functions(Frame around) {
    /** Writes a function and returns the expression that makes it, decorators included. */
    String define(Stmt.FunctionDef def) {
        if (!def.typeParams().isEmpty()) {
            around.unsupported(def, "type parameters");
        }
        Expressions expressions = new Expressions(around);
        List<String> decorators = new ArrayList<>();
        def.decoratorList().forEach(d -> decorators.add(expressions.value(d)));
        String made = function(def, expressions);
        for (String decorator : decorators.reversed()) {
            made = "Calls.call(%s, %s)".formatted(decorator, made);
        }
        return made;
    }

    private String function(Stmt.FunctionDef def, Expressions expressions) {
        Scope scope = around.unit.scope(def);
        String path = around.path.isEmpty() ? def.name() : around.path + "$" + def.name();
        boolean known = around.scope.kind() == Scope.Kind.MODULE && around.unit.types.isKnown(def);
        String method = known ? around.unit.method(def) : around.unit.names.method(path);
        Value result = known ? around.unit.types.result(def) : Value.OBJECT;
        write(
                scope,
                result,
                def.args(),
                method,
                path,
                def.span().line(),
                isStateMachine(def) ? def.body() : null,
                known && isCarried(def) ? def : null,
                frame -> {
                    frame.variables = CodeFacts.variables(def.body());
                    counted(frame, def, () -> new Statements(frame).body(def.body()));
                });
        String made = make(scope, def.args(), method, qualname(def.name()), expressions);
        String doc = doc(def.body());
        String annotations = annotations(def, expressions);
        return made
                + (def.async() && !scope.is(Scope.Trait.GENERATOR) ? ".asynchronous()" : "")
                + (doc == null ? "" : ".doc(%s)".formatted(JavaNames.literal(doc)))
                + (annotations.isEmpty() ? "" : ".annotations(%s)".formatted(annotations))
                + (around.unit.tellsOfCode() ? CodeFacts.of(def, scope) : "")
                + closure(scope)
                + (around.unit.moduleName.equals("__main__")
                        ? ""
                        : ".module(%s)".formatted(JavaNames.literal(around.unit.moduleName)));
    }

    private String annotations(Stmt.FunctionDef def, Expressions expressions) {
        List<String> pairs = new ArrayList<>();
        List<Arg> order = new ArrayList<>(def.args().posonlyargs());
        order.addAll(def.args().args());
        for (Arg each : all(def.args())) {
            if (!order.contains(each) && !def.args().kwonlyargs().contains(each)) {
                boolean named = each.equals(def.args().kwarg());
                order.addAll(named ? def.args().kwonlyargs() : List.of());
                order.add(each);
            }
        }
        def.args().kwonlyargs().stream().filter(each -> !order.contains(each)).forEach(order::add);
        for (Arg each : order) {
            Expr annotation = each.annotation();
            if (annotation != null) {
                pairs.add(JavaNames.literal(each.arg()));
                pairs.add(expressions.annotation(annotation));
            }
        }
        Expr returns = def.returns();
        if (returns != null) {
            pairs.add("\"return\"");
            pairs.add(expressions.annotation(returns));
        }
        return String.join(", ", pairs);
    }

    static @Nullable String doc(List<Stmt> body) {
        return !body.isEmpty()
                        && body.getFirst() instanceof Stmt.ExprStmt s
                        && s.value() instanceof Expr.ConstantExpr c
                        && c.value() instanceof Constant.Str text
                ? text.text()
                : null;
    }

    /** Writes a lambda and returns the expression that makes it. */
    String lambda(Expr.Lambda lambda) {
        Scope scope = around.unit.scope(lambda);
        String path = around.path.isEmpty() ? "$lambda" : around.path + "$lambda";
        String method = around.unit.names.method(path);
        write(
                scope,
                Value.OBJECT,
                lambda.args(),
                method,
                path,
                lambda.span().line(),
                null,
                null,
                frame ->
                        counted(
                                frame,
                                lambda,
                                () -> {
                                    String value = new Expressions(frame).value(lambda.body());
                                    frame.line("return %s;".formatted(value));
                                }));
        return make(scope, lambda.args(), method, qualname("<lambda>"), new Expressions(around))
                + (around.unit.tellsOfCode() ? ".code(%d)".formatted(lambda.span().line()) : "")
                + closure(scope);
    }

    private String closure(Scope scope) {
        if (!around.unit.tellsOfCode() && !around.unit.needs.processes()) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (String name : around.unit.captures.taken(scope).stream().sorted().toList()) {
            pairs.add(JavaNames.literal(name) + ", " + JavaNames.variable(name));
        }
        return pairs.isEmpty() ? "" : ".closure(%s)".formatted(String.join(", ", pairs));
    }

    /** Writes the body of a function, and that its depth is counted where it may recur. */
    static void counted(Frame frame, Node function, Runnable body) {
        boolean counts = frame.unit.recursion.isCounted(function) || frame.unit.needs.ends();
        if (!counts || Suspension.of(frame.scope) != Suspension.NONE) {
            body.run();
            return;
        }
        Position origin = frame.out.origin();
        frame.out.at(Position.NONE);
        if (frame.carried != null) {
            frame.line("Depth.check(%s);".formatted(frame.depth));
            frame.out.at(origin);
            body.run();
            return;
        }
        String depth = frame.fresh("depth");
        frame.line("Depth %s = Depth.enter();".formatted(depth));
        frame.open("try");
        frame.out.at(origin);
        body.run();
        frame.out.next("finally");
        frame.line("%s.leave();".formatted(depth));
        frame.out.close();
    }

    String qualname(String name) {
        if (around.scope.kind() == Scope.Kind.MODULE
                || (around.place(name) == Frame.Place.GLOBAL && !name.startsWith("<"))) {
            return name;
        }
        String outer = around.unit.qualnames.getOrDefault(around.path, "");
        return around.scope.kind() == Scope.Kind.CLASS
                ? outer + "." + name
                : outer + ".<locals>." + name;
    }

    static List<Arg> all(Arguments args) {
        List<Arg> all = new ArrayList<>(args.posonlyargs());
        all.addAll(args.args());
        all.addAll(args.kwonlyargs());
        Arg rest = args.vararg();
        if (rest != null) {
            all.add(rest);
        }
        Arg named = args.kwarg();
        if (named != null) {
            all.add(named);
        }
        return all;
    }

    private String make(
            Scope scope, Arguments args, String method, String qualname, Expressions expressions) {
        List<String> passed = new ArrayList<>();
        for (String name : around.unit.captures.taken(scope)) {
            passed.add(JavaNames.variable(name));
        }
        boolean taken =
                around.scope.kind() != Scope.Kind.MODULE && around.scope.symbol("a") != null;
        String values = taken ? "a$" : "a";
        List<Arg> all = all(args);
        for (int i = 0; i < all.size(); i++) {
            Value held = around.unit.held(scope, name(all.get(i)));
            passed.add(Code.object("%s[%d]".formatted(values, i)).as(held));
        }
        List<String> defaults = new ArrayList<>();
        args.defaults().forEach(e -> defaults.add(expressions.value(e)));
        for (Expr each : args.kwDefaults()) {
            if (each != null) {
                defaults.add(expressions.value(each));
            }
        }
        String extra = defaults.isEmpty() ? "" : ", " + String.join(", ", defaults);
        return "new Function(%s, %s, %s%s -> %s(%s)%s)"
                .formatted(
                        JavaNames.literal(qualname),
                        JavaNames.literal(parameters(args)),
                        around.unit.positions.hidden(),
                        values,
                        method,
                        String.join(", ", passed),
                        extra);
    }

    private String parameters(Arguments args) {
        List<String> parts = new ArrayList<>();
        List<Arg> positional = new ArrayList<>(args.posonlyargs());
        positional.addAll(args.args());
        int firstDefault = positional.size() - args.defaults().size();
        for (int i = 0; i < positional.size(); i++) {
            parts.add(name(positional.get(i)) + (i >= firstDefault ? "=" : ""));
            if (i + 1 == args.posonlyargs().size()) {
                parts.add("/");
            }
        }
        Arg rest = args.vararg();
        if (rest != null || !args.kwonlyargs().isEmpty()) {
            parts.add(rest == null ? "*" : "*" + name(rest));
        }
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            parts.add(
                    name(args.kwonlyargs().get(i)) + (args.kwDefaults().get(i) == null ? "" : "="));
        }
        Arg named = args.kwarg();
        if (named != null) {
            parts.add("**" + name(named));
        }
        return String.join(", ", parts);
    }

    private String name(Arg arg) {
        return around.mangled(arg.arg());
    }

    private void write(
            Scope scope,
            Value result,
            Arguments args,
            String method,
            String path,
            int line,
            @Nullable List<Stmt> steps,
            Stmt.@Nullable FunctionDef carried,
            Consumer<Frame> body) {
        Frame frame = new Frame(around.unit, scope, path);
        frame.className = around.className;
        frame.result = result;
        String own = path.substring(path.lastIndexOf('$') + 1);
        around.unit.qualnames.put(path, qualname(own.equals("lambda") ? "<lambda>" : own));
        if (!args.posonlyargs().isEmpty() || !args.args().isEmpty()) {
            frame.firstParameter =
                    (args.posonlyargs().isEmpty() ? args.args() : args.posonlyargs())
                            .getFirst()
                            .arg();
        }
        Suspension suspension = Suspension.of(scope);
        Parameters parameters = Parameters.of(frame, all(args));
        frame.out.at(line);
        if (suspension == Suspension.GENERATOR && steps != null) {
            steps(frame, parameters, method, qualname(own), steps);
            return;
        }
        if (suspension != Suspension.NONE) {
            suspension.open(
                    frame, method, around.unit.names.method(path), qualname(own), parameters);
        } else {
            String head = "private static %s %s(%s)".formatted(Code.type(result), method, "%s");
            frame.out.open(
                    head.formatted(
                            around.unit.needs.ends()
                                    ? new Ends(frame).wrapped(head, method, parameters)
                                    : carried(frame, carried, head, method, parameters)));
        }
        parameters.cells(frame);
        if (around.unit.checks == Checks.TURNS) {
            frame.check();
        }
        boolean ends = around.unit.needs.ends() && suspension == Suspension.NONE;
        if (ends) {
            new Ends(frame).open();
        }
        body.accept(frame);
        if (ends) {
            new Ends(frame).close(parameters);
        }
        frame.out.close();
        around.unit.methods.add(frame.out);
    }

    private boolean isStateMachine(Stmt.FunctionDef def) {
        return !def.async() && StateMachine.fits(def.body()) && !around.unit.cleanups.isWithin(def);
    }

    private boolean isCarried(Stmt.FunctionDef def) {
        return !around.unit.needs.ends()
                && Suspension.of(around.unit.scope(def)) == Suspension.NONE
                && around.unit.recursion.isCarried(
                        def, call -> CallWriter.called(around.unit, call) == def);
    }

    /**
     * Returns the parameters of a method. Where it carries the depth of its calls, those from
     * elsewhere go through another method, which is written here.
     */
    private static String carried(
            Frame frame,
            Stmt.@Nullable FunctionDef carried,
            String head,
            String method,
            Parameters parameters) {
        String declared = parameters.declared();
        if (carried == null) {
            return declared;
        }
        frame.carried = carried;
        frame.depth = frame.fresh("depth");
        Position origin = frame.out.origin();
        frame.out.at(Position.NONE);
        frame.out.open(head.formatted(declared));
        frame.line("return %s(%s);".formatted(method, parameters.passedBefore("Depth.next()")));
        frame.out.close();
        frame.line("");
        frame.out.at(origin);
        return (declared.isEmpty() ? "int " : declared + ", int ") + frame.depth;
    }

    /** Writes a generator whose body is a state machine. */
    private void steps(
            Frame frame, Parameters parameters, String method, String qualname, List<Stmt> body) {
        String self = frame.fresh("generator");
        JavaWriter out = frame.out;
        out.open("private static Object %s(%s)".formatted(method, parameters.asInitial()));
        out.open("final class %s implements Generator.Steps".formatted(method));
        parameters.fields(frame);
        parameters.cells(frame);
        new StateMachine(frame, self).write(body);
        out.close();
        out.line(
                "return new Generator(%s, new %s(), %d);"
                        .formatted(JavaNames.literal(qualname), method, StateMachine.depth(body)));
        out.close();
        around.unit.methods.add(out);
    }
}
