package dev.polyloom.python.ast;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. Its parts have the names and the order of Python's own syntax tree. */
public sealed interface Stmt extends Node {
    /** {@code def name(args): body}, or {@code async def}. */
    record FunctionDef(
            Span span,
            boolean async,
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            @Nullable Expr returns,
            List<TypeParam> typeParams)
            implements Stmt {
        public FunctionDef {
            body = List.copyOf(body);
            decoratorList = List.copyOf(decoratorList);
            typeParams = List.copyOf(typeParams);
        }

        @Override
        public List<Node> children() {
            return Children.of(args, body, decoratorList, returns, typeParams);
        }
    }

    /** {@code class name(bases, keywords): body}. */
    record ClassDef(
            Span span,
            String name,
            List<Expr> bases,
            List<Keyword> keywords,
            List<Stmt> body,
            List<Expr> decoratorList,
            List<TypeParam> typeParams)
            implements Stmt {
        public ClassDef {
            bases = List.copyOf(bases);
            keywords = List.copyOf(keywords);
            body = List.copyOf(body);
            decoratorList = List.copyOf(decoratorList);
            typeParams = List.copyOf(typeParams);
        }

        @Override
        public List<Node> children() {
            return Children.of(bases, keywords, body, decoratorList, typeParams);
        }
    }

    /** {@code return value}. */
    record Return(Span span, @Nullable Expr value) implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code del targets}. */
    record Delete(Span span, List<Expr> targets) implements Stmt {
        public Delete {
            targets = List.copyOf(targets);
        }

        @Override
        public List<Node> children() {
            return Children.of(targets);
        }
    }

    /** {@code a = b = value}. */
    record Assign(Span span, List<Expr> targets, Expr value) implements Stmt {
        public Assign {
            targets = List.copyOf(targets);
        }

        @Override
        public List<Node> children() {
            return Children.of(targets, value);
        }
    }

    /** {@code type name = value}. */
    record TypeAlias(Span span, Expr name, List<TypeParam> typeParams, Expr value) implements Stmt {
        public TypeAlias {
            typeParams = List.copyOf(typeParams);
        }

        @Override
        public List<Node> children() {
            return Children.of(name, typeParams, value);
        }
    }

    /** {@code target op= value}. */
    record AugAssign(Span span, Expr target, BinaryOperator op, Expr value) implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(target, value);
        }
    }

    /** {@code target: annotation = value}; simple when the target is a name without brackets. */
    record AnnAssign(Span span, Expr target, Expr annotation, @Nullable Expr value, boolean simple)
            implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(target, annotation, value);
        }
    }

    /** {@code for target in iter: body else: orelse}, or {@code async for}. */
    record For(Span span, boolean async, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse)
            implements Stmt {
        public For {
            body = List.copyOf(body);
            orelse = List.copyOf(orelse);
        }

        @Override
        public List<Node> children() {
            return Children.of(target, iter, body, orelse);
        }
    }

    /** {@code while test: body else: orelse}. */
    record While(Span span, Expr test, List<Stmt> body, List<Stmt> orelse) implements Stmt {
        public While {
            body = List.copyOf(body);
            orelse = List.copyOf(orelse);
        }

        @Override
        public List<Node> children() {
            return Children.of(test, body, orelse);
        }
    }

    /** {@code if test: body else: orelse}. */
    record If(Span span, Expr test, List<Stmt> body, List<Stmt> orelse) implements Stmt {
        public If {
            body = List.copyOf(body);
            orelse = List.copyOf(orelse);
        }

        @Override
        public List<Node> children() {
            return Children.of(test, body, orelse);
        }
    }

    /** {@code with items: body}, or {@code async with}. */
    record With(Span span, boolean async, List<WithItem> items, List<Stmt> body) implements Stmt {
        public With {
            items = List.copyOf(items);
            body = List.copyOf(body);
        }

        @Override
        public List<Node> children() {
            return Children.of(items, body);
        }
    }

    /** {@code match subject: cases}. */
    record Match(Span span, Expr subject, List<MatchCase> cases) implements Stmt {
        public Match {
            cases = List.copyOf(cases);
        }

        @Override
        public List<Node> children() {
            return Children.of(subject, cases);
        }
    }

    /** {@code raise exc from cause}. */
    record Raise(Span span, @Nullable Expr exc, @Nullable Expr cause) implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(exc, cause);
        }
    }

    /**
     * {@code try: body except: … else: orelse finally: finalbody}; with {@code except*} for groups.
     */
    record Try(
            Span span,
            boolean star,
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> finalbody)
            implements Stmt {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            orelse = List.copyOf(orelse);
            finalbody = List.copyOf(finalbody);
        }

        @Override
        public List<Node> children() {
            return Children.of(body, handlers, orelse, finalbody);
        }
    }

    /** {@code assert test, msg}. */
    record Assert(Span span, Expr test, @Nullable Expr msg) implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(test, msg);
        }
    }

    /** {@code import names}. */
    record Import(Span span, List<Alias> names) implements Stmt {
        public Import {
            names = List.copyOf(names);
        }

        @Override
        public List<Node> children() {
            return Children.of(names);
        }
    }

    /** {@code from module import names}; the level counts leading dots. */
    record ImportFrom(Span span, @Nullable String module, List<Alias> names, int level)
            implements Stmt {
        public ImportFrom {
            names = List.copyOf(names);
        }

        /**
         * Returns the whole name of the module that is meant.
         *
         * @param importer the name of the module with the statement
         * @param isPackage whether that is the {@code __init__.py} of a package
         */
        public String absolute(String importer, boolean isPackage) {
            String named = module == null ? "" : module;
            if (level == 0) {
                return named;
            }
            String[] parts = importer.split("\\.", -1);
            int kept = Math.max(0, parts.length - level + (isPackage ? 1 : 0));
            String base = String.join(".", Arrays.copyOf(parts, kept));
            return base.isEmpty() ? named : named.isEmpty() ? base : base + "." + named;
        }

        @Override
        public List<Node> children() {
            return Children.of(names);
        }
    }

    /** {@code global names}. */
    record Global(Span span, List<String> names) implements Stmt {
        public Global {
            names = List.copyOf(names);
        }
    }

    /** {@code nonlocal names}. */
    record Nonlocal(Span span, List<String> names) implements Stmt {
        public Nonlocal {
            names = List.copyOf(names);
        }
    }

    /** An expression as a statement. */
    record ExprStmt(Span span, Expr value) implements Stmt {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code pass}. */
    record Pass(Span span) implements Stmt {}

    /** {@code break}. */
    record Break(Span span) implements Stmt {}

    /** {@code continue}. */
    record Continue(Span span) implements Stmt {}
}
