import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.polyloom.supervisor.MessageRefusedException;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes orders over HTTP and sends them to the pool. */
public final class Web implements Service {
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @Override
    public void run(ServiceContext context) throws Exception {
        int port = Integer.parseInt(context.arguments().get("port"));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/primes", exchange -> order(exchange, context));
            server.createContext("/crash", exchange -> crash(exchange, context));
            server.start();
            context.ready();
            context.token().cancelled().thenRun(() -> end.complete(null));
            end.get();
        } finally {
            server.stop(0);
        }
    }

    /** Answers /primes?below=100000. */
    private static void order(HttpExchange exchange, ServiceContext context) throws IOException {
        try {
            context.send(context.arguments().get("pool"), value(exchange));
            answer(exchange, 202, "ordered\n");
        } catch (MessageRefusedException e) {
            answer(exchange, 503, e.getMessage() + "\n");
        }
    }

    /** Answers /crash?who=demo/jobs/ticker. */
    private void crash(HttpExchange exchange, ServiceContext context) throws IOException {
        String who = value(exchange);
        answer(exchange, 202, "crashing " + who + "\n");
        if (who.equals(context.path())) {
            end.completeExceptionally(new IllegalStateException("told to crash"));
        } else {
            context.send(who, "crash");
        }
    }

    private static String value(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return query.substring(query.indexOf('=') + 1);
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
