package dev.polyloom.stress.linear;

import dev.polyloom.threading.SendException;
import dev.polyloom.threading.SharedDeque;
import dev.polyloom.threading.SharedPriorityQueue;
import dev.polyloom.threading.SharedQueue;
import dev.polyloom.threading.SharedStack;
import java.util.Comparator;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class QueueLinearityTest {
    /** First in, first out. */
    public static final class Queue extends QueueOperations {
        /** Makes the queue. */
        public Queue() {
            super(new SharedQueue<>(2));
        }
    }

    /** Last in, first out. */
    public static final class Stack extends QueueOperations {
        /** Makes the stack. */
        public Stack() {
            super(new SharedStack<>(2));
        }
    }

    /** Least first. */
    public static final class Priority extends QueueOperations {
        /** Makes the queue. */
        public Priority() {
            super(new SharedPriorityQueue<>(2, Comparator.<Integer>naturalOrder()));
        }
    }

    /** With two ends. */
    @Param(name = "item", gen = IntGen.class, conf = "1:3")
    public static final class Deque extends QueueOperations {
        private final SharedDeque<Integer> deque;

        /** Makes the deque. */
        public Deque() {
            this(new SharedDeque<>(2));
        }

        private Deque(SharedDeque<Integer> deque) {
            super(deque);
            this.deque = deque;
        }

        /** Puts at the other end. */
        @Operation
        public boolean offerFirst(@Param(name = "item") int item) {
            try {
                return deque.offerFirst(item);
            } catch (SendException e) {
                return false;
            }
        }

        /** Takes from the other end. */
        @Operation
        public int pollLast() {
            Integer item = deque.pollLast();
            return item == null ? 0 : item;
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Queue.class, Stack.class, Priority.class, Deque.class})
    void calls_modelChecked_areLinearizable(Class<?> operations) {
        Linearity.modelCheck(operations);
    }

    @ParameterizedTest
    @ValueSource(classes = {Queue.class, Stack.class, Priority.class, Deque.class})
    void calls_stressed_areLinearizable(Class<?> operations) {
        Linearity.stress(operations);
    }
}
