package dev.polyloom.python;

/** How the threads of a Python program are kept from each other's way. */
public enum Locking {
    /** Threads run side by side; each single operation on a list, dict or set is atomic. */
    OPERATIONS,
    /** One thread runs at a time, as with CPython's global interpreter lock. */
    GLOBAL
}
