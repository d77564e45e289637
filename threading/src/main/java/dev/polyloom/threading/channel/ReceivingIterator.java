package dev.polyloom.threading.channel;

import dev.polyloom.threading.ReceiveException;
import dev.polyloom.threading.Receiver;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Receives ahead by the one element that it has been asked about. */
final class ReceivingIterator<T> implements Iterator<T> {
    private final Receiver<T> from;
    private @Nullable T next;

    ReceivingIterator(Receiver<T> from) {
        this.from = from;
    }

    @Override
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        try {
            next = from.receive();
            return true;
        } catch (ReceiveException e) {
            if (e.getCause() != null) {
                throw e;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceiveException("interrupted while waiting for " + from, e);
        }
    }

    @Override
    public T next() {
        T item = hasNext() ? next : null;
        if (item == null) {
            throw new NoSuchElementException(from + " is closed, and has no more");
        }
        next = null;
        return item;
    }
}
