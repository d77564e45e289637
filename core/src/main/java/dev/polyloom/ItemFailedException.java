package dev.polyloom;

/**
 * Tells which item of a parallel map failed, and where. It is found among the suppressed exceptions
 * of the item's own exception, which is what the map throws.
 */
public final class ItemFailedException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final long index;
    private final String item;
    private final String worker;

    /**
     * Makes an exception.
     *
     * @param index position of the item in the input, from 0
     * @param item the item as text
     * @param worker name of the thread or worker that ran it, empty if it never ran
     */
    public ItemFailedException(long index, String item, String worker) {
        super(
                "item at index %d, %s, failed %s"
                        .formatted(
                                index,
                                item,
                                worker.isEmpty() ? "before it ran" : "on worker " + worker));
        this.index = index;
        this.item = item;
        this.worker = worker;
    }

    /**
     * Returns the position of the item in the input.
     *
     * @return the index, from 0
     */
    public long index() {
        return index;
    }

    /**
     * Returns the item as text, shortened if it is long.
     *
     * @return the text
     */
    public String item() {
        return item;
    }

    /**
     * Returns the name of the thread or worker that ran the item.
     *
     * @return the name, empty if the item never ran
     */
    public String worker() {
        return worker;
    }
}
