package dev.polyloom.loadout.source;

import java.util.List;

/** A part of a load-out. */
public sealed interface Node {
    /**
     * Returns where it stood.
     *
     * @return the place
     */
    Place place();

    /**
     * Returns how many parts it has, itself included.
     *
     * @return the number
     */
    int weight();

    /**
     * Returns what it is, as messages call it.
     *
     * @return the word
     */
    String kind();

    /**
     * A text, number or flag.
     *
     * @param place where it stood
     * @param text what it says
     */
    record Text(Place place, String text) implements Node {
        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    /**
     * A list.
     *
     * @param place where it began
     * @param items its items
     * @param weight how many parts it has
     */
    record Items(Place place, List<Node> items, int weight) implements Node {
        /**
         * Makes a list.
         *
         * @param place where it began
         * @param items its items
         */
        public Items(Place place, List<Node> items) {
            this(place, items, 1 + items.stream().mapToInt(Node::weight).sum());
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Values under keys.
     *
     * @param place where they began
     * @param fields the keys and values
     * @param weight how many parts they have
     */
    record Fields(Place place, List<Field> fields, int weight) implements Node {
        /**
         * Makes fields.
         *
         * @param place where they began
         * @param fields the keys and values
         */
        public Fields(Place place, List<Field> fields) {
            this(
                    place,
                    fields,
                    1 + fields.stream().mapToInt(field -> 1 + field.value().weight()).sum());
        }

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /**
     * A value under a key.
     *
     * @param key the key
     * @param place where the key stood
     * @param value the value
     */
    record Field(String key, Place place, Node value) {}
}
