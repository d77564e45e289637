/**
 * The modules {@code asyncio} and {@code contextvars}: an event loop, its tasks and what they
 * share.
 */
@org.jspecify.annotations.NullMarked
package dev.polyloom.python.runtime.asyncio;
