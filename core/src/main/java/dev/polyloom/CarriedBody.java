package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A body among what its submitter carried. */
final class CarriedBody<T extends @Nullable Object>
        implements SerializableCallable<T>, ComposedBody {
    private static final long serialVersionUID = 1L;
    private static final Composer COMPOSER = CarriedBody::composed;

    /** What makes the bodies of this module, which travel as their place in this list. */
    private static final List<Composer> BODIES =
            List.of(
                    RunnableTask.COMPOSER,
                    UnobservedTask.COMPOSER,
                    ChunkTask.COMPOSER,
                    AsyncItemTask.COMPOSER);

    private static final int PLAIN = -1;

    private final List<Carrier.Around> arounds;
    private final Callable<T> body;

    private CarriedBody(List<Carrier.Around> arounds, Callable<T> body) {
        this.arounds = arounds;
        this.body = body;
    }

    /** Returns a body that runs among what carriers take along from here. */
    static <T extends @Nullable Object> Callable<T> of(List<Carrier> carriers, Callable<T> body) {
        List<Carrier.Around> arounds = new ArrayList<>(carriers.size());
        for (Carrier carrier : carriers) {
            Carrier.Around around = carrier.capture();
            if (around != null) {
                arounds.add(around);
            }
        }
        return arounds.isEmpty() ? body : new CarriedBody<>(arounds, body);
    }

    Callable<T> body() {
        return body;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what comes through is the body's
    public T call() throws Exception {
        return (T) callFrom(0);
    }

    private @Nullable Object callFrom(int around) throws Exception {
        return around == arounds.size()
                ? body.call()
                : arounds.get(around).call(() -> callFrom(around + 1));
    }

    // ---- how it travels: the arounds, each as key and value or alone, then the body's parts

    @Override
    public Object code() {
        return body instanceof ComposedBody composed ? composed.code() : body;
    }

    @Override
    public @Nullable Object[] parts() {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(arounds.size());
        for (Carrier.Around around : arounds) {
            boolean keyed = around instanceof CarriedValue;
            parts.add(keyed);
            if (around instanceof CarriedValue(var key, var value)) {
                parts.add(key);
                parts.add(value);
            } else {
                parts.add(around);
            }
        }
        if (body instanceof ComposedBody composed) {
            parts.add(BODIES.indexOf(composed.composer()));
            parts.addAll(Arrays.asList(composed.parts()));
        } else {
            parts.add(PLAIN);
            parts.add(body);
        }
        return parts.toArray();
    }

    @Override
    public int itemCount() {
        return body instanceof ComposedBody composed ? composed.itemCount() : 0;
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    private static Callable<?> composed(@Nullable Object[] parts) {
        int next = 0;
        int count = (Integer) Objects.requireNonNull(parts[next++]);
        List<Carrier.Around> arounds = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean keyed = (Boolean) Objects.requireNonNull(parts[next++]);
            Object first = Objects.requireNonNull(parts[next++]);
            arounds.add(
                    keyed
                            ? new CarriedValue((SerializableCallable<?>) first, parts[next++])
                            : (Carrier.Around) first);
        }
        int kind = (Integer) Objects.requireNonNull(parts[next++]);
        Callable<?> body =
                kind == PLAIN
                        ? (Callable<?>) Objects.requireNonNull(parts[next])
                        : BODIES.get(kind).compose(Arrays.copyOfRange(parts, next, parts.length));
        return new CarriedBody<>(arounds, body);
    }

    @Override
    public String toString() {
        return String.valueOf(body);
    }
}
