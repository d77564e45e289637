package dev.polyloom.isolate;

import dev.polyloom.RemoteException;
import dev.polyloom.SerializationException;
import dev.polyloom.spi.Outcomes;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The way of results and failures out of a realm. */
final class Crossing {
    private final Unpacker target;
    private final String worker;

    /**
     * Makes a way.
     *
     * @param target puts together what arrives
     * @param worker the name that failures carry
     */
    Crossing(Unpacker target, String worker) {
        this.target = target;
        this.worker = worker;
    }

    /** Returns a result as it is on the other side. */
    @Nullable Object result(@Nullable Object value) {
        if (value instanceof Outcomes<?> outcomes) {
            return outcomes(outcomes);
        }
        return target.open(Packer.pack("result", value));
    }

    /** Each outcome crosses alone, so that one that cannot fails alone. */
    private Outcomes<@Nullable Object> outcomes(Outcomes<?> there) {
        Outcomes.Builder<@Nullable Object> here =
                new Outcomes.Builder<>(there.worker(), there.startMicros(), there.size());
        for (int i = 0; i < there.size(); i++) {
            Throwable failure = there.failure(i);
            if (failure != null) {
                here.addFailed(failure(failure));
                continue;
            }
            try {
                here.add(result(there.value(i)));
            } catch (SerializationException e) {
                here.addFailed(e);
            }
        }
        if (!there.isTimed()) {
            return here.build(there.nanos());
        }
        long[] ends = new long[there.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = there.endNanos(i);
        }
        return here.build(ends);
    }

    /** Returns a failure as itself, or as one that carries its name, message and stack. */
    Throwable failure(Throwable thrown) {
        RemoteException trace = trace(thrown);
        try {
            if (target.open(Packer.pack("exception", thrown)) instanceof Throwable same) {
                same.addSuppressed(trace);
                return same;
            }
        } catch (SerializationException e) {
            trace.addSuppressed(e);
        }
        return trace;
    }

    private RemoteException trace(Throwable thrown) {
        return new RemoteException(
                worker, thrown.getClass().getName(), message(thrown), stack(thrown));
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "(no message)" : message;
        } catch (RuntimeException | Error e) {
            return "(its getMessage() threw " + e.getClass().getName() + ")";
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            thrown.printStackTrace(out);
        } catch (RuntimeException | Error e) {
            text.append("... its printStackTrace threw ").append(e.getClass().getName());
        }
        return text.toString();
    }
}
