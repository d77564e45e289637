package dev.polyloom.process.message;

/** Takes the answer to a request. Called once, in a thread of its own. */
interface Answer {
    /** Takes an encoded result. */
    void replied(byte[] body);

    /** Takes an encoded exception. */
    void failed(byte[] body);

    /** There will be no answer. */
    void gone(Throwable why);
}
