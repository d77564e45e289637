import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.ServiceContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Orders a little more of the pool at every tick. It never blocks, so it needs no thread. */
public final class Ticker implements AsyncService {
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @Override
    public CompletionStage<?> runAsync(ServiceContext context) {
        context.token().cancelled().thenRun(() -> end.complete(null));
        context.mailbox()
                .receiveAsync()
                .thenAccept(
                        message ->
                                end.completeExceptionally(
                                        new IllegalStateException("told to " + message)));
        tick(context, 1);
        return end;
    }

    private void tick(ServiceContext context, int number) {
        context.heartbeat();
        context.send(context.arguments().get("pool"), Integer.toString(1000 * number));
        Duration pause = Duration.parse("PT" + context.arguments().get("every"));
        context.loop().schedule(() -> tick(context, number + 1), pause);
    }
}
