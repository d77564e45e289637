package dev.polyloom;

/**
 * Hears of every item of a parallel map that is through. Called by the one thread that coordinates
 * the map, so that a slow listener slows the map down; what it throws is logged and otherwise
 * ignored.
 */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Takes what became of an item; called once an item, in the order in which they end.
     *
     * @param result the item's result or failure
     * @param progress how far the map has come, this item included
     */
    void onItem(ItemResult<?, ?> result, Progress progress);
}
