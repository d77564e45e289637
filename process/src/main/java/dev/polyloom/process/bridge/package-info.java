/** Bridges between primaries: how they find each other, show that they belong, and talk. */
package dev.polyloom.process.bridge;
