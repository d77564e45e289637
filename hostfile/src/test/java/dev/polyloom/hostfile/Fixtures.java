package dev.polyloom.hostfile;

import dev.polyloom.process.Action;
import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Classes that the host files of tests name. */
final class Fixtures {
    /** The arguments of each Waiter that was started, by path and number of start. */
    static final Map<String, Map<String, String>> STARTED = new ConcurrentHashMap<>();

    private Fixtures() {}

    /** Waits until it shall stop. */
    static final class Waiter implements Service {
        @Override
        public void run(ServiceContext context) throws InterruptedException {
            STARTED.put(context.path() + " " + context.incarnation(), context.arguments());
            context.ready();
            context.token().await();
        }
    }

    /** Writes what it finds in its process to a file, and waits. */
    static final class Teller implements Service {
        @Override
        public void run(ServiceContext context) throws IOException, InterruptedException {
            List<String> found =
                    List.of(
                            System.getenv("A") + " " + System.getenv("B"),
                            Path.of("").toAbsolutePath().getFileName().toString(),
                            System.getProperty("x") + " " + System.getProperty("y"),
                            Boolean.toString(Runtime.getRuntime().maxMemory() <= 64 << 20),
                            Integer.toString(Runtime.getRuntime().availableProcessors()));
            Files.write(Path.of(context.arguments().get("file")), found);
            context.ready();
            context.token().await();
        }
    }

    /** Ends when it shall stop, without a thread. */
    static final class Quiet implements AsyncService {
        @Override
        public CompletionStage<?> runAsync(ServiceContext context) {
            return context.token().cancelled();
        }
    }

    /** Knows nothing of services. */
    static final class Simple implements Runnable {
        @Override
        public void run() {}
    }

    /** A program. */
    static final class Program {
        private Program() {}

        /** Does nothing. */
        public static void main(String... args) {}
    }

    /** Needs something to be made. */
    static final class Needy implements Runnable {
        Needy(String what) {
            throw new IllegalArgumentException(what);
        }

        @Override
        public void run() {}
    }

    /** Methods that can be called by name. */
    static final class Sums {
        private Sums() {}

        @Action("sums.add")
        static int add(int a, int b) {
            return a + b;
        }
    }
}
