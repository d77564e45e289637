package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.ServiceEvent;
import org.jspecify.annotations.Nullable;

/** What a tree wants done. No method may call back into the tree before it has returned. */
public interface TreeEffects {
    /** A service belongs to the tree from now on. */
    void added(ServiceNode service);

    /** A service is declared otherwise than before, beginning with its next start. */
    void changed(ServiceNode service);

    /** A service does not belong to the tree any longer. */
    void removed(ServiceNode service);

    /** Starts the service's present incarnation; also a failure to start is reported later. */
    void launch(ServiceNode service);

    /** Asks the service to stop. */
    void cancel(ServiceNode service);

    /** Ends the service by force. */
    void kill(ServiceNode service);

    /** Gives up waiting for the service. Returns what it is doing. */
    String abandon(ServiceNode service);

    /** The service's present incarnation is over. */
    void down(ServiceNode service);

    /** The service is not to run again, unless somebody or a restart of its group starts it. */
    void over(ServiceNode service);

    /** Returns the time of the service's last sign of life, or of its launch. */
    long lastBeat(ServiceNode service);

    /** Tells what has happened. */
    void event(ServiceEvent event);

    /** All has ended, because of the failure or because it was told to. */
    void finished(@Nullable Throwable failure);
}
