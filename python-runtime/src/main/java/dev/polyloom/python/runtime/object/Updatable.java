package dev.polyloom.python.runtime.object;

/**
 * A value of the library that processes share: {@code +=} and its like read and write its
 * attributes under its monitor, so that none is lost.
 */
public interface Updatable {}
