package dev.polyloom.process.classes;

import dev.polyloom.process.codec.LoaderTable;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the class loaders of the primary and serves their classes and resources to the workers of
 * one pool. Holds loaders weakly. Safe for use by several threads.
 */
public final class ClassServer implements LoaderTable {
    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final Map<Key, Integer> ids = new HashMap<>();
    private final Map<Integer, Key> loaders = new HashMap<>();
    private final List<Integer> dead = new ArrayList<>();
    private int last;

    /** The loader that was asked for last, and its number: most tasks come from one. */
    private volatile Recent recent = new Recent(new WeakReference<>(null), BUILT_IN);

    private record Recent(WeakReference<@Nullable ClassLoader> loader, int id) {}

    /** Makes a server that knows only the loader of the Polyloom classes. */
    public ClassServer() {
        ClassLoader own = ClassServer.class.getClassLoader();
        if (own != null) {
            int _ = register(own, 0);
        }
    }

    @Override
    public int idOf(@Nullable ClassLoader loader) {
        if (loader == null) {
            return BUILT_IN;
        }
        Recent known = recent;
        if (!known.loader().refersTo(loader)) {
            known = new Recent(new WeakReference<>(loader), numberOf(loader));
            recent = known;
        }
        return known.id();
    }

    private int numberOf(ClassLoader loader) {
        if (isBuiltIn(loader)) {
            return BUILT_IN;
        }
        synchronized (ids) {
            expunge();
            Integer known = ids.get(new Key(loader, null));
            return known == null ? register(loader, ++last) : known;
        }
    }

    private int register(ClassLoader loader, int id) {
        Key key = new Key(loader, collected);
        ids.put(key, id);
        loaders.put(id, key);
        return id;
    }

    @Override
    public ClassLoader loader(int id) {
        if (id == BUILT_IN) {
            return ClassLoader.getPlatformClassLoader();
        }
        ClassLoader loader = find(id);
        if (loader == null) {
            throw new IllegalArgumentException(
                    "class loader " + id + " is unknown here, or has been collected");
        }
        return loader;
    }

    /**
     * Serves one worker until it closes the connection or sends garbage, then closes the channel.
     *
     * @param server says who serves it at the moment; a worker names loaders of its pool only when
     *     it has one
     * @param channel the connection, its handshake done
     */
    public static void serve(Supplier<ClassServer> server, SocketChannel channel) {
        new ClassSession(server, channel).run();
    }

    @Nullable ClassLoader find(int id) {
        synchronized (ids) {
            Key key = loaders.get(id);
            return key == null ? null : key.get();
        }
    }

    /** Returns the numbers of collected loaders beyond the first {@code seen} ones. */
    int[] deadSince(int seen) {
        synchronized (ids) {
            expunge();
            return dead.stream().skip(seen).mapToInt(Integer::intValue).toArray();
        }
    }

    private void expunge() {
        for (Reference<?> r = collected.poll(); r != null; r = collected.poll()) {
            if (r instanceof Key key) {
                Integer id = ids.remove(key);
                if (id != null) {
                    loaders.remove(id);
                    dead.add(id);
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isBuiltIn(ClassLoader loader) {
        for (ClassLoader l = ClassLoader.getPlatformClassLoader(); l != null; l = l.getParent()) {
            if (l == loader) {
                return true;
            }
        }
        return false;
    }

    /** A loader by identity, held weakly. */
    private static final class Key extends WeakReference<ClassLoader> {
        private final int hash;

        Key(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
            super(loader, queue);
            hash = System.identityHashCode(loader);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Key key && get() != null && key.get() == get());
        }
    }

    static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger("dev.polyloom.process").log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
