package dev.polyloom.supervisor.made;

/** The context of a service that has a process for itself. */
public interface OwnProcess {
    /** Ends the process, with its shutdown hooks. Returns at once. */
    void exit(int code);
}
