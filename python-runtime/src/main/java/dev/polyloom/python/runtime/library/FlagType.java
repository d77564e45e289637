package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Binary;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.StaticMethod;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What members of {@code enum.Flag} can do: they are sets of bits. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class FlagType {
    private FlagType() {}

    static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> repr((PyObject) a[0]));
        type.method("__str__", 0, 0, a -> text((PyObject) a[0]));
        type.method("__bool__", 0, 0, a -> bits(a[0]) != 0);
        type.method("__len__", 0, 0, a -> (long) Long.bitCount(bits(a[0])));
        type.method("__iter__", 0, 0, a -> Iteration.over("generator", members(a[0]).iterator()));
        type.method("__contains__", 1, 1, a -> contains(a[0], a[1]));
        type.method("__invert__", 0, 0, a -> inverted(a[0]));
        operator(type, "or", Binary.OR);
        operator(type, "and", Binary.AND);
        operator(type, "xor", Binary.XOR);
        type.dict()
                .put(
                        "_generate_next_value_",
                        new StaticMethod(
                                Builtin.function("_generate_next_value_", 4, 4, a -> next(a))));
    }

    private static void operator(PyType type, String name, Binary operator) {
        Builtin.Body body =
                a -> {
                    PyType own = Types.of(a[0]);
                    boolean whole = own.isSubtypeOf(Types.INT) && Numbers.isInt(a[1]);
                    if (Types.of(a[1]) != own && !whole) {
                        return Types.NOT_IMPLEMENTED;
                    }
                    Object other = Types.of(a[1]) == own ? bits(a[1]) : Numbers.index(a[1]);
                    return EnumType.byValue(own, operator.apply(bits(a[0]), other));
                };
        type.method("__" + name + "__", 1, 1, body);
        type.method("__r" + name + "__", 1, 1, body);
    }

    private static long bits(Object member) {
        return Numbers.index(EnumModule.own(member, "_value_"));
    }

    static boolean isSingle(Object value) {
        return Numbers.isInt(value) && Long.bitCount(Numbers.index(value)) == 1;
    }

    private static Object next(Object[] a) {
        long most = 0;
        for (Object each : Iteration.toList(a[3])) {
            most = Math.max(most, Numbers.index(each));
        }
        return most == 0 ? a[1] : (Object) (Long.highestOneBit(most) << 1);
    }

    private static long mask(PyType type) {
        long[] mask = {0};
        EnumMembers.map(type).forEach((name, member) -> mask[0] |= bits(member));
        return mask[0];
    }

    private static List<Object> members(Object self) {
        PyType type = Types.of(self);
        List<Object> all = new ArrayList<>();
        for (Object name : EnumMembers.names(type).snapshot()) {
            Object member = Objects.requireNonNull(EnumMembers.map(type).get(name));
            if ((bits(member) & bits(self)) != 0) {
                all.add(member);
            }
        }
        return all;
    }

    private static Object contains(Object self, Object other) {
        PyType type = Types.of(self);
        if (Types.of(other) != type) {
            throw Errors.type(
                    "unsupported operand type(s) for 'in': '%s' and '%s'"
                            .formatted(Types.of(other).qualname(), type.qualname()));
        }
        return (bits(self) & bits(other)) == bits(other);
    }

    private static Object inverted(Object self) {
        PyType type = Types.of(self);
        return EnumType.byValue(type, mask(type) & ~bits(self));
    }

    /** Returns the member that is made of several bits. */
    static Object composed(PyType type, Object value) {
        if (!Numbers.isInt(value)) {
            throw Errors.value("%s is not a valid %s".formatted(Text.repr(value), type.qualname()));
        }
        long mask = mask(type);
        long bits = Numbers.index(value);
        long all = mask == 0 ? 0 : (Long.highestOneBit(mask) << 1) - 1;
        if (bits < 0) {
            bits = all + 1 + bits;
        }
        boolean whole = type.isSubtypeOf(Types.INT);
        if ((bits & ~mask) != 0 && !whole) {
            throw invalid(type, bits, mask);
        }
        Object known = EnumMembers.find(type, bits);
        if (known != null) {
            return known;
        }
        PyObject made = whole ? new Boxed(type, bits) : new PyObject(type);
        made.setOwn("_value_", bits);
        List<String> names = new ArrayList<>();
        long left = bits;
        for (Object each : members(made)) {
            names.add(Text.str(EnumModule.own(each, "_name_")));
            left &= ~bits(each);
        }
        if (left != 0 && !names.isEmpty()) {
            names.add(Long.toString(left));
        }
        made.setOwn("_name_", names.isEmpty() ? None.NONE : String.join("|", names));
        EnumMembers.remember(type, bits, made);
        return made;
    }

    private static RuntimeException invalid(PyType type, long bits, long mask) {
        int width = Math.max(Long.SIZE - Long.numberOfLeadingZeros(bits | mask), 1);
        return Errors.value(
                "%s invalid value %d\n    given 0b0 %s\n  allowed 0b0 %s"
                        .formatted(type, bits, binary(bits, width), binary(mask, width)));
    }

    private static String binary(long bits, int width) {
        String digits = Long.toBinaryString(bits);
        return "0".repeat(width - digits.length()) + digits;
    }

    static String repr(PyObject self) {
        Object name = EnumModule.own(self, "_name_");
        Object value = EnumModule.own(self, "_value_");
        return name == None.NONE
                ? "<%s: %s>".formatted(self.type().name(), Text.repr(value))
                : "<%s.%s: %s>".formatted(self.type().name(), Text.str(name), Text.repr(value));
    }

    private static String text(PyObject self) {
        Object name = EnumModule.own(self, "_name_");
        return name == None.NONE
                ? "%s(%s)".formatted(self.type().name(), Text.repr(EnumModule.own(self, "_value_")))
                : "%s.%s".formatted(self.type().name(), Text.str(name));
    }
}
