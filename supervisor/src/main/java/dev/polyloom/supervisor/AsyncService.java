package dev.polyloom.supervisor;

import dev.polyloom.supervisor.made.Stages;
import java.util.concurrent.CompletionStage;

/**
 * A service that does not block, but returns a stage that completes when it has ended. Only such a
 * service can run on an event loop; on a thread its stage is waited for.
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // to wait for the stage is to run the service
public interface AsyncService extends Service {
    /**
     * Starts the work. Returning null or a stage that fails is a crash, as is throwing.
     *
     * @param context what the service may use and tell
     * @return completes when the service has ended
     * @throws Exception whatever goes wrong
     */
    CompletionStage<?> runAsync(ServiceContext context) throws Exception;

    /**
     * Runs the service and waits for its end.
     *
     * @throws Exception what the stage failed with
     */
    @Override
    default void run(ServiceContext context) throws Exception {
        Stages.await(runAsync(context));
    }
}
