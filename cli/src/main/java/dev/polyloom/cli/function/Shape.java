package dev.polyloom.cli.function;

/** How a method takes an item. */
enum Shape {
    /** A static method with the item as its argument. */
    STATIC,
    /** A method without parameters, called on the object made of the item. */
    RECEIVER,
    /** A method with the item as its argument, called on a fresh object of its class. */
    INSTANCE
}
