package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders a type and all that it rests on by the C3 linearization. */
final class Mro {
    private Mro() {}

    static List<PyType> of(PyType type, List<PyType> bases) {
        List<List<PyType>> rows = new ArrayList<>();
        for (PyType base : bases) {
            rows.add(new ArrayList<>(base.mro()));
        }
        rows.add(new ArrayList<>(bases));
        List<PyType> order = new ArrayList<>(List.of(type));
        rows.removeIf(List::isEmpty);
        while (!rows.isEmpty()) {
            PyType next = next(rows);
            if (next == null) {
                String names = bases.stream().map(PyType::name).collect(Collectors.joining(", "));
                throw Errors.type(
                        "Cannot create a consistent method resolution\norder (MRO) for bases "
                                + names);
            }
            order.add(next);
            rows.forEach(row -> row.remove(next));
            rows.removeIf(List::isEmpty);
        }
        return List.copyOf(order);
    }

    private static @Nullable PyType next(List<List<PyType>> rows) {
        for (List<PyType> row : rows) {
            PyType head = row.getFirst();
            if (rows.stream().noneMatch(r -> r.subList(1, r.size()).contains(head))) {
                return head;
            }
        }
        return null;
    }
}
