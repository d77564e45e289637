package dev.polyloom.process.codec;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.spi.ComposedBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body of a function and items, as a chunk of a parallel map is. */
record ItemsBody(SerializableFunction<Object, Object> function, List<?> items)
        implements SerializableCallable<List<Object>>, ComposedBody {
    @SuppressWarnings("unchecked")
    private static final Composer COMPOSER =
            parts ->
                    new ItemsBody(
                            (SerializableFunction<Object, Object>) Objects.requireNonNull(parts[0]),
                            Arrays.asList(parts).subList(1, parts.length));

    @Override
    public List<Object> call() throws Exception {
        List<Object> results = new ArrayList<>();
        for (Object item : items) {
            results.add(function.apply(Objects.requireNonNull(item)));
        }
        return results;
    }

    @Override
    public @Nullable Object[] parts() {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(function);
        parts.addAll(items);
        return parts.toArray();
    }

    @Override
    public int itemCount() {
        return items.size();
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }
}
