package dev.polyloom.loadout.source;

/**
 * Where a part of a load-out stood.
 *
 * @param text the place as messages name it
 * @param order its position among all places of the load-out
 */
public record Place(String text, int order) {
    @Override
    public String toString() {
        return text;
    }
}
