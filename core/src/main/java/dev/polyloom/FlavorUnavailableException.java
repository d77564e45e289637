package dev.polyloom;

/** A flavor that the caller insisted on cannot be had here. */
public final class FlavorUnavailableException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final Flavor flavor;

    /**
     * Makes an exception.
     *
     * @param flavor the flavor
     * @param reason why it cannot be had
     */
    public FlavorUnavailableException(Flavor flavor, String reason) {
        super("flavor '%s' cannot be had here: %s".formatted(flavor.id(), reason));
        this.flavor = flavor;
    }

    /**
     * Returns the flavor that cannot be had.
     *
     * @return the flavor
     */
    public Flavor flavor() {
        return flavor;
    }
}
