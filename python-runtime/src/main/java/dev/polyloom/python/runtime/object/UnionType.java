package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of several types, as {@code int | str} or {@code typing.Union[int, str]}. */
public final class UnionType extends PyObject {
    private static final PyType TYPE =
            PyType.library("UnionType", Types.OBJECT, UnionType::fill).module("types");

    private final @Nullable String shown;
    private final List<Object> members;

    private UnionType(@Nullable String shown, List<Object> members) {
        super(TYPE);
        this.shown = shown;
        this.members = members;
    }

    /**
     * Returns the union of types, or the type if there is but one.
     *
     * @param shown the name that {@code repr} shows, or null where bars stand between the types
     * @param types the types
     */
    public static Object of(@Nullable String shown, Object... types) {
        List<Object> all = new ArrayList<>();
        for (Object each : types) {
            List<Object> parts =
                    each instanceof UnionType union
                            ? union.members
                            : List.of(each == None.NONE ? Types.NONE : each);
            for (Object part : parts) {
                if (all.stream().noneMatch(known -> Compare.same(known, part))) {
                    all.add(part);
                }
            }
        }
        String name = shown;
        for (Object each : types) {
            name = each instanceof UnionType union && union.shown != null ? union.shown : name;
        }
        return all.size() == 1 ? all.getFirst() : new UnionType(name, all);
    }

    private static UnionType of(Object self) {
        return (UnionType) self;
    }

    private static void fill(PyType type) {
        type.getter("__args__", self -> PyTuple.of(of(self).members.toArray()));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__or__", 1, 1, a -> of(of(a[0]).shown, a[0], a[1]));
        type.method("__ror__", 1, 1, a -> of(of(a[0]).shown, a[1], a[0]));
        type.method("__eq__", 1, 1, a -> of(a[0]).isEqual(a[1]));
        type.method("__hash__", 0, 0, a -> of(a[0]).hash());
    }

    /** Returns the types. */
    public List<Object> members() {
        return members;
    }

    private boolean isEqual(Object other) {
        return other instanceof UnionType union
                && union.members.size() == members.size()
                && members.stream()
                        .allMatch(m -> union.members.stream().anyMatch(n -> Compare.same(m, n)));
    }

    private Object hash() {
        return members.stream().mapToLong(Hash::of).sum();
    }

    private String repr() {
        if (shown == null) {
            return members.stream().map(GenericAlias::shown).collect(Collectors.joining(" | "));
        }
        List<String> others =
                members.stream().filter(m -> m != Types.NONE).map(GenericAlias::shown).toList();
        if (others.size() == 1 && members.size() == 2) {
            return "typing.Optional[%s]".formatted(others.getFirst());
        }
        return members.stream()
                .map(m -> m == Types.NONE ? "NoneType" : GenericAlias.shown(m))
                .collect(Collectors.joining(", ", shown + "[", "]"));
    }
}
