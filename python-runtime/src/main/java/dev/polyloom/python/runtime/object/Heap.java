package dev.polyloom.python.runtime.object;

import java.util.List;

/** Python's heaps: lists in which each element is no greater than its two children. */
public final class Heap {
    private Heap() {}

    /** Adds an item. */
    public static void push(List<Object> heap, Object item) {
        heap.add(item);
        down(heap, 0, heap.size() - 1);
    }

    /** Takes the least item, of which there must be one. */
    public static Object pop(List<Object> heap) {
        Object last = heap.removeLast();
        if (heap.isEmpty()) {
            return last;
        }
        Object first = heap.getFirst();
        heap.set(0, last);
        up(heap, 0);
        return first;
    }

    /** Moves an item towards the root, until its parent is no greater. */
    public static void down(List<Object> heap, int start, int from) {
        int at = from;
        Object item = heap.get(at);
        while (at > start) {
            int parent = (at - 1) >> 1;
            if (!Compare.lt(item, heap.get(parent))) {
                break;
            }
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, item);
    }

    /** Moves an item away from the root, until no child is less. */
    public static void up(List<Object> heap, int start) {
        int end = heap.size();
        int at = start;
        Object item = heap.get(at);
        int child = 2 * at + 1;
        while (child < end) {
            int right = child + 1;
            if (right < end && !Compare.lt(heap.get(child), heap.get(right))) {
                child = right;
            }
            heap.set(at, heap.get(child));
            at = child;
            child = 2 * at + 1;
        }
        heap.set(at, item);
        down(heap, start, at);
    }
}
