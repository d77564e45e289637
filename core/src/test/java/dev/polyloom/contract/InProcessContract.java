package dev.polyloom.contract;

/** The contract of scopes whose tasks run in this JVM and share its objects. */
public abstract class InProcessContract extends ExecutorContract implements SharedObjectsContract {}
