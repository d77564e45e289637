package dev.polyloom.python.runtime.object;

/** An object of the library of which each process has its own. */
public interface Forkable {
    /**
     * Returns the object that a new process has for this one; the attributes that a program has
     * given it are copied afterwards.
     *
     * @param copier copies what the object holds
     */
    Object fork(Realm.Copier copier);
}
