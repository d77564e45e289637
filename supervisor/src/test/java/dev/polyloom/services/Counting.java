package dev.polyloom.services;

import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its messages in static state, and tells how many; crashes at one that asks for it. */
public final class Counting implements Service {
    /** What the service throws. */
    public static final class CountedException extends Exception {
        private static final long serialVersionUID = 1L;

        CountedException(String message) {
            super(message);
        }
    }

    /** How many messages there were. */
    public static final AtomicInteger COUNT = new AtomicInteger();

    /** Makes the service. */
    public Counting() {}

    @Override
    public void run(ServiceContext context) throws Exception {
        Thread background = new Thread(Counting::idle, "left-by-" + context.incarnation());
        background.setDaemon(true);
        background.start();
        while (true) {
            String word = (String) context.mailbox().receive();
            if (word.equals("crash")) {
                throw new CountedException("after " + COUNT.get());
            }
            context.send("host/top/collector", word + COUNT.incrementAndGet());
        }
    }

    private static void idle() {
        try {
            TimeUnit.DAYS.sleep(1);
        } catch (InterruptedException e) {
            // the isolate is closed
        }
    }
}
