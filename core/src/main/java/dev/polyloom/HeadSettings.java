package dev.polyloom;

import java.io.Serializable;

/**
 * What the heads of worker processes are to know and do. Module {@code dev.polyloom.process} makes
 * them, with {@code Heads.builder()}; nothing else understands any.
 */
public interface HeadSettings extends Serializable {}
