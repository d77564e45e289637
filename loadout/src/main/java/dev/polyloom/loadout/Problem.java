package dev.polyloom.loadout;

/**
 * Something wrong in a load-out.
 *
 * @param place where: file, line and column, or table, row and column
 * @param message what is wrong and what would be right
 */
public record Problem(String place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
