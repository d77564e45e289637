package dev.polyloom.python.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the nodes among the parts of a node. */
final class Children {
    private Children() {}

    /** Returns the parts that are there, with the elements of lists one by one. */
    static List<Node> of(@Nullable Object... parts) {
        List<Node> found = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof List<?> list) {
                list.forEach(element -> add(element, found));
            } else {
                add(part, found);
            }
        }
        return Collections.unmodifiableList(found);
    }

    private static void add(@Nullable Object part, List<Node> found) {
        if (part instanceof Node node) {
            found.add(node);
        }
    }
}
