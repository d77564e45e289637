package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Binary;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.Locale;

/** The module {@code operator}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class OperatorModule {
    private OperatorModule() {}

    static Module make() {
        Module module = new Module("operator");
        binary(module);
        comparisons(module);
        unary(module);
        items(module);
        module.put("itemgetter", Getters.ITEMS);
        module.put("attrgetter", Getters.ATTRIBUTES);
        module.put("methodcaller", Getters.METHOD);
        module.function("call", "obj, /, *args, **kwargs", FunctoolsModule::call);
        return module;
    }

    private static void both(Module module, String name, int count, Builtin.Body body) {
        String plain = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
        Builtin function = Builtin.function(name, count, count, body);
        module.put(name, function);
        module.put("__" + plain + "__", function);
    }

    private static void binary(Module module) {
        for (Binary each : Binary.values()) {
            String name =
                    switch (each) {
                        case DIV -> "truediv";
                        case AND -> "and_";
                        case OR -> "or_";
                        default -> each.name().toLowerCase(Locale.ROOT);
                    };
            both(module, name, 2, a -> each.apply(a[0], a[1]));
            String inPlace = "i" + name.replace("_", "");
            both(module, inPlace, 2, a -> Ops.inPlace(each, a[0], a[1]));
        }
        both(module, "concat", 2, a -> joined(a, false));
        both(module, "iconcat", 2, a -> joined(a, true));
    }

    private static Object joined(Object[] a, boolean inPlace) {
        if (Types.of(a[0]).lookup("__getitem__") == null) {
            throw Errors.type("'%s' object can't be concatenated".formatted(Types.of(a[0]).name()));
        }
        return inPlace ? Ops.inPlace(Binary.ADD, a[0], a[1]) : Ops.add(a[0], a[1]);
    }

    private static void comparisons(Module module) {
        for (Compare.Order order : Compare.Order.values()) {
            String name = order.name().toLowerCase(Locale.ROOT);
            both(module, name, 2, a -> Compare.order(a[0], a[1], order));
        }
        both(module, "eq", 2, a -> Compare.equal(a[0], a[1]));
        both(module, "ne", 2, a -> Compare.ne(a[0], a[1]));
        module.function("is_", 2, 2, a -> Compare.is(a[0], a[1]));
        module.function("is_not", 2, 2, a -> !Compare.is(a[0], a[1]));
        module.function("truth", 1, 1, a -> Text.truth(a[0]));
        both(module, "not_", 1, a -> !Text.truth(a[0]));
    }

    private static void unary(Module module) {
        both(module, "neg", 1, a -> Ops.neg(a[0]));
        both(module, "pos", 1, a -> Ops.pos(a[0]));
        both(module, "inv", 1, a -> Ops.invert(a[0]));
        both(module, "invert", 1, a -> Ops.invert(a[0]));
        both(module, "abs", 1, a -> Calls.call(Builtins.get("abs"), a[0]));
        both(module, "index", 1, a -> Numbers.indexObject(a[0]));
        module.function("length_hint", 1, 2, OperatorModule::lengthHint);
    }

    private static Object lengthHint(Object[] a) {
        Object value = a[0];
        if (Types.of(value).lookup("__len__") != null) {
            return Items.length(value);
        }
        Object hint = Types.of(value).lookup("__length_hint__");
        Object found =
                hint == null
                        ? Types.NOT_IMPLEMENTED
                        : Calls.call(Attributes.bind(hint, value, Types.of(value)));
        if (found == Types.NOT_IMPLEMENTED) {
            return a.length > 1 ? a[1] : 0L;
        }
        if (!Numbers.isInt(found)) {
            throw Errors.type("__length_hint__ must be an integer, not " + Types.of(found).name());
        }
        if (Numbers.index(found) < 0) {
            throw Errors.value("__length_hint__() should return >= 0");
        }
        return found;
    }

    private static void items(Module module) {
        both(module, "getitem", 2, a -> Items.get(a[0], a[1]));
        both(
                module,
                "setitem",
                3,
                a -> {
                    Items.set(a[0], a[1], a[2]);
                    return None.NONE;
                });
        both(
                module,
                "delitem",
                2,
                a -> {
                    Items.delete(a[0], a[1]);
                    return None.NONE;
                });
        both(module, "contains", 2, a -> Items.contains(a[0], a[1]));
        module.function(
                "countOf",
                2,
                2,
                a ->
                        Iteration.toList(a[0]).stream()
                                .filter(each -> Compare.same(each, a[1]))
                                .count());
        module.function("indexOf", 2, 2, a -> indexOf(a[0], a[1]));
    }

    private static Object indexOf(Object values, Object wanted) {
        long at = 0;
        for (Object each : Iteration.toList(values)) {
            if (Compare.same(each, wanted)) {
                return at;
            }
            at++;
        }
        throw Errors.value("sequence.index(x): x not in sequence");
    }
}
