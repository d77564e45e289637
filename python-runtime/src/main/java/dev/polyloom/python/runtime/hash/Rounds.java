package dev.polyloom.python.runtime.hash;

/** What a digest does with each full block. */
interface Rounds {
    int blockSize();

    int digestSize();

    /** Returns whether the length after the last block has its lowest byte first. */
    boolean isLittleEndian();

    void add(byte[] block);

    /** Returns the digest, perhaps with more behind it. */
    byte[] result();

    Rounds copy();
}
