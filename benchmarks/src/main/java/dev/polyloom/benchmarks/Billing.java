package dev.polyloom.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** What the tasks of the suite {@code isolates} do: a small record comes in, another goes out. */
public final class Billing {
    private Billing() {}

    /** What comes in. */
    record Order(int number, String item, double price) implements Serializable {}

    /** What goes out. */
    record Bill(int number, double total) implements Serializable {}

    static Bill bill(Order order) {
        return new Bill(order.number(), order.price() * 1.5);
    }

    /**
     * Answers for those who have these classes from another loader.
     *
     * @param order an order, serialised
     * @return its bill, serialised
     * @throws IOException if the bytes are no order
     * @throws ClassNotFoundException if they are of other classes
     */
    public static byte[] bill(byte[] order) throws IOException, ClassNotFoundException {
        return bytes(bill((Order) object(order)));
    }

    static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
