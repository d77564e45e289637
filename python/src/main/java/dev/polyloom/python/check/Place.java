package dev.polyloom.python.check;

/**
 * Where a statement stands.
 *
 * @param body the kind of body around it
 * @param loop whether a loop of the same body is around it
 * @param starLoop whether an {@code except*} is nearer than that loop
 * @param starBody whether an {@code except*} of the same body is around it
 * @param blocks how many loops and blocks that must be left in order are around it
 */
record Place(Body body, boolean loop, boolean starLoop, boolean starBody, int blocks) {
    static final Place MODULE = in(Body.MODULE);

    /** A kind of body. */
    enum Body {
        MODULE,
        CLASS,
        FUNCTION,
        ASYNC_FUNCTION,
        COMPREHENSION;

        boolean isFunction() {
            return this != MODULE && this != CLASS;
        }
    }

    static Place in(Body body) {
        return new Place(body, false, false, false, 0);
    }

    Place inLoop() {
        return new Place(body, true, false, starBody, blocks + 1);
    }

    Place inBlock() {
        return new Place(body, loop, starLoop, starBody, blocks + 1);
    }

    Place inStarHandler() {
        return new Place(body, loop, true, true, blocks + 1);
    }

    boolean mayAwait() {
        return body == Body.ASYNC_FUNCTION || body == Body.COMPREHENSION;
    }
}
