import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/** Counts primes below the numbers that it is sent, and writes what it finds to a file. */
public final class Pool implements Service {
    @Override
    public void run(ServiceContext context) throws InterruptedException {
        int workers = Integer.parseInt(context.arguments().get("workers"));
        Path results = Path.of(context.arguments().get("results"));
        try (Scope scope = Run.threads().workers(workers).open()) {
            context.ready();
            while (true) {
                String message = context.mailbox().receive().toString();
                if (message.equals("crash")) {
                    Runtime.getRuntime().halt(3);
                }
                scope.submit(() -> count(Integer.parseInt(message), results));
            }
        }
    }

    private static Path count(int below, Path results) throws IOException {
        long primes = IntStream.range(2, below).filter(Pool::isPrime).count();
        return Files.writeString(
                results,
                "%d primes below %d%n".formatted(primes, below),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static boolean isPrime(int number) {
        return IntStream.rangeClosed(2, (int) Math.sqrt(number)).allMatch(d -> number % d != 0);
    }
}
