package dev.polyloom.cli.control;

/**
 * What a host answers.
 *
 * @param isGood whether it did what was asked
 * @param text what it tells, or what was wrong
 */
public record Answer(boolean isGood, String text) {}
