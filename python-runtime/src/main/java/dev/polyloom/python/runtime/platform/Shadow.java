package dev.polyloom.python.runtime.platform;

/** An object that brings about an action once nobody refers to it. */
final class Shadow {
    private final Runnable action;

    Shadow(Runnable action) {
        this.action = action;
    }

    /**
     * Runs the action. Nothing else hands back an object that cannot be reached any more, with all
     * that it refers to, be it itself: references of {@code java.lang.ref} lead to no such object.
     */
    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {
        action.run();
    }
}
