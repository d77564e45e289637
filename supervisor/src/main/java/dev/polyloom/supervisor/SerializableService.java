package dev.polyloom.supervisor;

import java.io.Serializable;

/** A {@link Service} whose lambdas can travel to another process. */
@FunctionalInterface
public interface SerializableService extends Service, Serializable {}
