package dev.polyloom.supervisor.made;

import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.ServiceContext;
import java.util.concurrent.CompletionStage;

/**
 * A call of an action as a service.
 *
 * @param actions what can be called
 * @param call the call
 */
public record ActionService(Actions actions, DeferredCall call)
        implements SerializableService, OfClass {
    /** Checks the call, and keeps what it needs. */
    public ActionService {
        actions = actions.only(call);
    }

    @Override
    public Class<?> type() {
        return actions.type(call);
    }

    @Override
    public void run(ServiceContext context) throws Exception {
        context.ready();
        if (actions.invoke(call) instanceof CompletionStage<?> stage) {
            Stages.await(stage);
        }
    }
}
