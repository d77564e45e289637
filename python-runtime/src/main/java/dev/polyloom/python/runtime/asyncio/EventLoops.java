package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Generator;
import dev.polyloom.python.runtime.object.Identity;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;

/** Which event loop a thread has, and what can run on one. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class EventLoops {
    private static volatile Object policy = None.NONE;

    private EventLoops() {}

    /** Returns the policy of event loops that the program has set, or {@code None}. */
    static Object policy() {
        return policy;
    }

    static void setPolicy(Object value) {
        policy = value;
    }

    static EventLoop create() {
        Object given = policy;
        if (given != None.NONE) {
            return loop(Calls.method(given, "new_event_loop"));
        }
        LoopErrors.tellSelector();
        return new EventLoop(EventLoop.TYPE);
    }

    /** Returns what a program gives as a loop. */
    static EventLoop loop(Object given) {
        if (given instanceof EventLoop loop) {
            return loop;
        }
        throw Errors.type("an event loop of asyncio is needed, not " + Text.repr(given));
    }

    /** Gives the thread a loop, or none. */
    static void set(Object loop) {
        Object given = policy;
        if (given == None.NONE) {
            ThreadState.get().setLoop(loop == None.NONE ? null : loop);
        } else {
            Calls.method(given, "set_event_loop", loop);
        }
    }

    /** Returns the loop that the thread is running. */
    static EventLoop running() {
        if (ThreadState.get().runningLoop() instanceof EventLoop loop) {
            return loop;
        }
        throw Errors.runtime("no running event loop");
    }

    /**
     * Returns the loop that the thread is running or that was set for it; the main thread gets one.
     */
    static EventLoop get() {
        ThreadState state = ThreadState.get();
        if (state.runningLoop() instanceof EventLoop loop) {
            return loop;
        }
        Object given = policy;
        if (given != None.NONE) {
            return loop(Calls.method(given, "get_event_loop"));
        }
        if (state.loop() instanceof EventLoop loop) {
            return loop;
        }
        String thread = Text.str(Attributes.get(Identity.current(), "name"));
        if (!thread.equals("MainThread") || state.isLoopSet()) {
            throw Errors.runtime(
                    "There is no current event loop in thread %s.".formatted(Text.repr(thread)));
        }
        EventLoop made = create();
        state.setLoop(made);
        return made;
    }

    /** Returns a value that must be a coroutine. */
    static Coroutine coroutine(Object value) {
        if (value instanceof Coroutine known && isCoroutine(value)) {
            return known;
        }
        if (value instanceof Generator generator && generator.isAwaitable()) {
            return Coroutine.of(
                    Text.str(Attributes.get(generator, "__qualname__")), by -> by.await(generator));
        }
        throw Errors.type("a coroutine was expected, got " + Text.repr(value));
    }

    static boolean isCoroutine(Object value) {
        return value instanceof Coroutine coroutine && coroutine.type().name().equals("coroutine");
    }

    /** Returns a future that stands for something that can be awaited. */
    static Future ensureFuture(Object value, EventLoop loop) {
        if (value instanceof Future future) {
            if (future.loop() != loop) {
                throw Errors.value(
                        "The future belongs to a different loop than the one specified as the loop"
                                + " argument");
            }
            return future;
        }
        return task(value, loop);
    }

    private static Future task(Object value, EventLoop loop) {
        if (isCoroutine(value) || value instanceof Generator) {
            return loop.createTask(coroutine(value), None.NONE, None.NONE);
        }
        if (!Awaiter.isAwaitable(value)) {
            throw Errors.type("An asyncio.Future, a coroutine or an awaitable is required");
        }
        return loop.createTask(
                Coroutine.of("_wrap_awaitable", by -> by.await(value)), None.NONE, None.NONE);
    }

    /** Returns a future, on the loop that is there where the value does not say. */
    static Future ensureFuture(Object value) {
        return value instanceof Future future ? future : task(value, get());
    }
}
