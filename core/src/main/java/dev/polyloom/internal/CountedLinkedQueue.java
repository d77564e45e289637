package dev.polyloom.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded queue without locks, first in, first out, that knows its length. Safe for many
 * threads on both sides.
 *
 * <p>The queue of Michael and Scott ("Simple, Fast, and Practical Non-Blocking and Blocking
 * Concurrent Queue Algorithms", 1996): a chain of nodes, of which the first has been emptied. Who
 * adds hangs a node behind the last one and then moves the tail, which anybody who finds it lagging
 * may do. Who takes moves the head, and owns what the new first node holds. The tail never falls
 * behind the head. A node that has left the chain points to itself, so that old nodes do not keep
 * young ones alive, and so that whoever still stands on it notices and starts again.
 *
 * <p>Each node has the number after that of the node before, so the length is a subtraction. {@link
 * java.util.concurrent.ConcurrentLinkedQueue} has to walk to count, which a thread pool that grows
 * does often.
 *
 * @param <E> what it holds
 */
final class CountedLinkedQueue<E> {
    /** Where head and tail are, far enough apart to lie in cache lines of their own. */
    private static final int HEAD = 32;

    private static final int TAIL = 96;
    private static final int LENGTH = 128;

    private static final VarHandle ITEM;
    private static final VarHandle NEXT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ITEM = lookup.findVarHandle(Node.class, "item", Object.class);
            NEXT = lookup.findVarHandle(Node.class, "next", Node.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicReferenceArray<Node<E>> ends = new AtomicReferenceArray<>(LENGTH);

    /** Nodes of the chain whose items were removed. */
    private final AtomicInteger removed = new AtomicInteger();

    private static final class Node<E> {
        volatile @Nullable E item;
        volatile @Nullable Node<E> next;
        long number;

        Node(@Nullable E item) {
            ITEM.set(this, item);
        }
    }

    CountedLinkedQueue() {
        Node<E> first = new Node<>(null);
        ends.setPlain(HEAD, first);
        ends.setRelease(TAIL, first);
    }

    void add(E item) {
        Node<E> added = new Node<>(Objects.requireNonNull(item, "item"));
        while (!addAfter(ends.get(TAIL), added)) {
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a node that points to itself
    private boolean addAfter(Node<E> last, Node<E> added) {
        Node<E> next = last.next;
        if (next == null) {
            added.number = last.number + 1;
            if (NEXT.compareAndSet(last, null, added)) {
                ends.compareAndSet(TAIL, last, added);
                return true;
            }
        } else if (next != last) {
            ends.compareAndSet(TAIL, last, next);
        }
        return false;
    }

    /** Takes the eldest, or returns null if there is none. */
    @Nullable E poll() {
        for (Node<E> first = ends.get(HEAD); ; first = ends.get(HEAD)) {
            Node<E> next = first.next;
            if (next == null) {
                return null;
            }
            E item = takeAfter(first, next);
            if (item != null) {
                return item;
            }
        }
    }

    /** Moves the head on and returns what it uncovers; null if another did, or it was removed. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    private @Nullable E takeAfter(Node<E> first, Node<E> next) {
        if (next == first) {
            return null;
        }
        if (ends.get(TAIL) == first) {
            ends.compareAndSet(TAIL, first, next);
        }
        if (!ends.compareAndSet(HEAD, first, next)) {
            return null;
        }
        NEXT.setRelease(first, first);
        E item = (E) ITEM.getAndSet(next, null);
        if (item == null) {
            removed.decrementAndGet();
        }
        return item;
    }

    boolean isEmpty() {
        return ends.get(HEAD).next == null || find(item -> true) == null;
    }

    int size() {
        long first = ends.get(HEAD).number;
        long nodes = ends.get(TAIL).number - first;
        return Math.clamp(nodes - removed.get(), 0, Integer.MAX_VALUE);
    }

    /** Returns the eldest, which stays, or null if there is none. */
    @Nullable E peek() {
        Node<E> found = find(item -> true);
        E item = found == null ? null : found.item;
        while (found != null && item == null) {
            // it was taken meanwhile, which does not mean that there are no more
            found = find(next -> true);
            item = found == null ? null : found.item;
        }
        return item;
    }

    /** Removes one item wherever it is, and tells whether it was there. */
    boolean remove(Object wanted) {
        Node<E> found = find(wanted::equals);
        while (found != null) {
            E item = found.item;
            if (item != null && ITEM.compareAndSet(found, item, null)) {
                removed.incrementAndGet();
                return true;
            }
            found = find(wanted::equals);
        }
        return false;
    }

    /** Returns what it holds; what comes or goes meanwhile may be missed. */
    List<E> toList() {
        List<E> items = new ArrayList<>();
        find(item -> !items.add(item));
        return items;
    }

    private @Nullable Node<E> find(Predicate<E> wanted) {
        for (Node<E> node = ends.get(HEAD); node != null; node = after(node)) {
            E item = node.item;
            if (item != null && wanted.test(item)) {
                return node;
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality")
    private @Nullable Node<E> after(Node<E> node) {
        Node<E> next = node.next;
        return next == node ? ends.get(HEAD) : next;
    }
}
