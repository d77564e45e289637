package dev.polyloom;

import java.io.Serializable;

/** A {@link Runnable} whose lambdas can travel to another process. */
@FunctionalInterface
public interface SerializableRunnable extends Runnable, Serializable {}
