package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polyloom.RemoteException;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings({"UnusedVariable", "ObjectToString"})
class CodecFailureTest {
    private final ClassServer loaders = new ClassServer();
    private final Codec primary = Codec.ofPrimary(loaders, List.of());
    private final Codec worker = Codec.ofWorker(loaders);

    static final class Connection {}

    record Holder(String name, @Nullable Object connection) implements Serializable {}

    static class Base implements Serializable {
        private static final long serialVersionUID = 1L;
        final Object owner = new Connection();
    }

    static final class Derived extends Base {
        private static final long serialVersionUID = 1L;
        final int number = 1;
    }

    static final class Node implements Serializable {
        private static final long serialVersionUID = 1L;
        @Nullable Node next;
    }

    static final class Hooks implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String failing;
        private final String other = "other";

        Hooks(String failing) {
            this.failing = failing;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            if (failing.equals("write")) {
                throw new IllegalStateException("not now");
            }
            out.writeObject(other);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            if (failing.equals("read")) {
                throw new IllegalStateException("no more");
            }
            in.readObject();
        }

        private Object readResolve() {
            if (failing.equals("resolve")) {
                throw new StackOverflowError();
            }
            return this;
        }

        private Object writeReplace() {
            if (failing.equals("replace")) {
                throw new AssertionError("replaced");
            }
            return this;
        }
    }

    public static final class External implements Externalizable {
        private static final long serialVersionUID = 1L;

        public External() {}

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void readExternal(ObjectInput in) {}
    }

    static final class Evil extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient int depth;
        private final Object owner = new Connection();

        Evil(int depth) {
            this.depth = depth;
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }

        @Override
        public synchronized Throwable getCause() {
            return new Evil(depth + 1);
        }
    }

    static final class Chatty extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Object owner = new Connection();

        @Override
        public void printStackTrace(PrintWriter out) {
            while (true) {
                out.println("and so on");
            }
        }
    }

    private SerializationException encoding(Object value) {
        return catchThrowableOfType(SerializationException.class, () -> primary.encodeTask(value));
    }

    @Test
    void field_isNamedWithTheCure() {
        SerializationException e = encoding(new Holder("h", new Connection()));
        assertThat(e.path()).isEqualTo("task.connection");
        assertThat(e)
                .hasMessageContaining(Connection.class.getName() + " is not serialisable")
                .hasMessageContaining("implement java.io.Serializable");
        assertThat(encoding(new Derived()).path()).isEqualTo("task.owner");
    }

    @Test
    void capturedValue_isNamedAsArgument() {
        Connection connection = new Connection();
        Holder holder = new Holder("h", connection);
        String before = "x";
        SerializableCallable<String> direct = () -> before + connection;
        SerializableCallable<String> nested = () -> before + holder;
        assertThat(encoding(direct).path()).isEqualTo("task.arg[1]");
        assertThat(encoding(nested).path()).isEqualTo("task.arg[1].connection");
        SerializableCallable<String> outer = () -> "" + nested.call();
        assertThat(encoding(outer).path()).isEqualTo("task.arg[0].arg[1].connection");
    }

    @Test
    void capturedThis_isExplained() {
        SerializableCallable<Integer> task = () -> hashCode();
        assertThat(encoding(task))
                .hasMessageContaining("task.arg[0]: " + CodecFailureTest.class.getName())
                .hasMessageContaining("captures that whole object");
    }

    @Test
    void elementsOfCollections_areNamed() {
        Connection c = new Connection();
        Map<String, Object> byName = new HashMap<>();
        byName.put("good", 1);
        byName.put("bad", List.of(1, new Holder("x", c)));
        assertThat(encoding(new ArrayList<>(List.of(1, 2, c))).path()).isEqualTo("task[2]");
        assertThat(encoding(List.of(1, 2, 3, c)).path()).isEqualTo("task[3]");
        assertThat(encoding(Arrays.asList(1, c)).path()).isEqualTo("task[1]");
        assertThat(encoding(byName).path()).isEqualTo("task[\"bad\"][1].connection");
        assertThat(encoding(new Object[] {1, new Object[] {c}}).path()).isEqualTo("task[1][0]");
        assertThat(encoding(new HashMap<>(Map.of(c, 1))).path()).isEqualTo("task.key[0]");
        assertThat(encoding(new HashMap<>(Map.of(7, c))).path()).isEqualTo("task.value[0]");
    }

    @Test
    void plainLambda_isToldWithItsCures() {
        Callable<Integer> plain = () -> 1;
        SerializationException e = encoding(plain);
        assertThat(e.path()).isEqualTo("task");
        assertThat(e)
                .hasMessageContaining("a lambda or method reference of " + getClass().getName())
                .hasMessageContaining("(Callable<...> & java.io.Serializable)")
                .hasMessageContaining("-javaagent:");
        SerializableCallable<Integer> wrapping = () -> plain.call();
        assertThat(encoding(wrapping).path()).isEqualTo("task.arg[0]");
    }

    @Test
    void anonymousAndJdkClasses_areTold() {
        Runnable anonymous =
                new Runnable() {
                    @Override
                    public void run() {}
                };
        assertThat(encoding(anonymous)).hasMessageContaining("anonymous class");
        assertThat(encoding(new Holder("t", new Thread())))
                .hasMessageContaining("java.lang.Thread is not serialisable: make it inside");
    }

    @Test
    void failingHooks_areNamed() {
        assertThat(encoding(new Holder("h", new Hooks("write"))))
                .hasMessageStartingWith("task.connection: cannot be written: ")
                .hasMessageContaining("Hooks.writeObject threw")
                .hasMessageContaining("not now");
        assertThat(encoding(List.of(1, new External())))
                .hasMessageStartingWith("task[1]: cannot be written: ")
                .hasMessageContaining("disk full");
        assertThat(encoding(List.of(1, 2, new Hooks("replace"))))
                .hasMessageStartingWith("task[2]: ")
                .hasMessageContaining("replaced");
    }

    @Test
    void failingReads_areNamed() {
        byte[] bytes = primary.encode("task", List.of(1, new Holder("h", new Hooks("read"))));
        SerializationException e =
                catchThrowableOfType(
                        SerializationException.class, () -> worker.decode("task", bytes));
        assertThat(e.path()).isEqualTo("task[1].connection");
        assertThat(e)
                .hasMessageContaining("Hooks.readObject threw")
                .hasMessageContaining("no more");
        byte[] resolving = primary.encode("task", new Hooks("resolve"));
        assertThat(
                        catchThrowableOfType(
                                SerializationException.class,
                                () -> worker.decode("task", resolving)))
                .isNotNull();
    }

    @Test
    void failingReadOfACapturedValue_isNamed() {
        Hooks hooks = new Hooks("read");
        Holder holder = new Holder("h", hooks);
        String before = "x";
        SerializableCallable<String> nested = () -> before + holder;
        assertThat(decoding(nested).path()).isEqualTo("task.arg[1].connection");
        SerializableCallable<String> outer = () -> "" + nested.call();
        assertThat(decoding(outer).path()).isEqualTo("task.arg[0].arg[1].connection");
        assertThat(decoding(new ItemsBody(x -> x, List.of(1, 2, holder))))
                .hasMessageStartingWith("task[2].connection: cannot be read: ")
                .hasMessageContaining("Hooks.readObject threw")
                .hasMessageContaining("no more");
    }

    private SerializationException decoding(Object task) {
        return catchThrowableOfType(
                SerializationException.class, () -> Wire.toWorker(primary, worker, task));
    }

    @Test
    void deepGraph_failsCleanlyAndTheCodecLivesOn() {
        Node head = new Node();
        Node tail = head;
        for (int i = 0; i < 100_000; i++) {
            tail.next = new Node();
            tail = tail.next;
        }
        SerializationException e = encoding(new Holder("deep", head));
        assertThat(e.path()).startsWith("task.connection.next.next").contains("more)...");
        assertThat(e).hasMessageContaining("nested too deeply");
        assertThat(e.path().length()).isLessThan(500);
        assertThat(primary.encode("task", new Holder("h", 1))).isNotEmpty();
    }

    @Test
    void exceptionThatCannotTravel_arrivesAsRemoteException() {
        Throwable back = primary.decodeFailure(worker.encodeFailure("pool-2", new Evil(0)));
        assertThat(back)
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        e -> {
                            assertThat(e.remoteType()).isEqualTo(Evil.class.getName());
                            assertThat(e.worker()).isEqualTo("pool-2");
                        });
        assertThat(back.getSuppressed()[0])
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        e -> assertThat(e.path()).isEqualTo("exception.owner"));
    }

    @Test
    void exceptionThatPrintsForEver_isCutOff() {
        RemoteException back =
                (RemoteException) primary.decodeFailure(worker.encodeFailure("w", new Chatty()));
        assertThat(back.remoteStack()).endsWith("... cut off");
    }

    @Test
    void exceptionWhoseClassIsUnknownHere_arrivesAsRemoteException() {
        LoaderTable lost =
                new LoaderTable() {
                    @Override
                    public int idOf(@Nullable ClassLoader loader) {
                        return loaders.idOf(loader);
                    }

                    @Override
                    public ClassLoader loader(int id) {
                        return id < 0 ? loaders.loader(id) : new ClassLoader(null) {};
                    }
                };
        byte[] bytes = worker.encodeFailure("w", new Evil2());
        Throwable back = Codec.ofPrimary(lost, List.of()).decodeFailure(bytes);
        assertThat(back).isInstanceOf(RemoteException.class).hasMessageContaining("only there");
        assertThat(back.getSuppressed()[0]).hasMessageContaining("its class cannot be had here");
    }

    static final class Evil2 extends Exception {
        private static final long serialVersionUID = 1L;

        Evil2() {
            super("only there");
        }
    }

    @Test
    void classOfALoaderMadeInTheWorker_isToldWithItsPath() {
        LoaderTable none =
                new LoaderTable() {
                    @Override
                    public int idOf(@Nullable ClassLoader loader) {
                        return loader == null ? BUILT_IN : UNKNOWN;
                    }

                    @Override
                    public ClassLoader loader(int id) {
                        return loaders.loader(id);
                    }
                };
        SerializationException e =
                catchThrowableOfType(
                        SerializationException.class,
                        () -> Codec.ofWorker(none).encode("result", List.of(1, new Node())));
        assertThat(e.path()).isEqualTo("result[1]");
        assertThat(e).hasMessageContaining("was made in this worker");
    }
}
