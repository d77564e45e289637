/**
 * The portable threading kernel: threads, locks, channels, queues and pools that mean the same on
 * every platform. Atomic values are those of {@code java.util.concurrent.atomic}, and values of a
 * thread its {@link ThreadLocal}s, which all platforms have.
 */
package dev.polyloom.threading;
