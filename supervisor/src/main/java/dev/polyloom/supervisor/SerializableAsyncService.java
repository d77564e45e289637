package dev.polyloom.supervisor;

import java.io.Serializable;

/** An {@link AsyncService} whose lambdas can travel to another process. */
@FunctionalInterface
public interface SerializableAsyncService extends AsyncService, Serializable {}
