package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thread leaves that is stopped between two steps; the rest is in {@link WorkQueueTest}. */
@Timeout(20)
class CountedLinkedQueueTest {
    private static final int HEAD = 32;
    private static final int TAIL = 96;

    private final CountedLinkedQueue<String> queue = new CountedLinkedQueue<>();
    private AtomicReferenceArray<Object> ends = new AtomicReferenceArray<>(0);

    @BeforeEach
    @SuppressWarnings("unchecked")
    void lookInside() throws ReflectiveOperationException {
        Field field = CountedLinkedQueue.class.getDeclaredField("ends");
        field.setAccessible(true);
        ends = (AtomicReferenceArray<Object>) field.get(queue);
    }

    /** Adds as a thread does that is stopped before it moves the tail. */
    private void addWithoutMovingTheTail(String item) {
        Object tail = ends.get(TAIL);
        queue.add(item);
        ends.set(TAIL, tail);
    }

    @Test
    void laggingTail_isMovedByWhoTakes() {
        addWithoutMovingTheTail("a");
        assertThat(queue.poll()).isEqualTo("a");
        assertThat(ends.get(TAIL)).isSameAs(ends.get(HEAD));
        assertThat(queue.poll()).isNull();
        queue.add("b");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo("b");
    }

    @Test
    void laggingTail_isMovedByWhoAdds() {
        addWithoutMovingTheTail("a");
        queue.add("b");
        queue.add("c");
        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.toList()).containsExactly("a", "b", "c");
        assertThat(queue.poll()).isEqualTo("a");
        assertThat(queue.remove("c")).isTrue();
        assertThat(queue.poll()).isEqualTo("b");
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void takenNode_keepsNoneAlive() throws ReflectiveOperationException {
        queue.add("a");
        queue.add("b");
        Object first = ends.get(HEAD);
        assertThat(queue.poll()).isEqualTo("a");
        Field next = first.getClass().getDeclaredField("next");
        next.setAccessible(true);
        assertThat(next.get(first)).isSameAs(first);
        Field item = first.getClass().getDeclaredField("item");
        item.setAccessible(true);
        assertThat(item.get(ends.get(HEAD))).isNull();
    }
}
