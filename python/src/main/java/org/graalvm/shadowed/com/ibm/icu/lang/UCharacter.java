package org.graalvm.shadowed.com.ibm.icu.lang;

/** Properties and names of characters, by the names under which the parser asks for them. */
public final class UCharacter {
    private static final int XID_START = 33;

    private UCharacter() {}

    /** Tells whether a character may begin an identifier, or go on with one. */
    public static boolean hasBinaryProperty(int codePoint, int property) {
        return property == XID_START
                ? Character.isUnicodeIdentifierStart(codePoint)
                : Character.isUnicodeIdentifierPart(codePoint)
                        && !Character.isIdentifierIgnorable(codePoint);
    }

    /** Returns the character with the Unicode name, or -1. */
    public static int getCharFromName(String name) {
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** Returns the character with the Unicode name, or -1. */
    public static int getCharFromExtendedName(String name) {
        return getCharFromName(name);
    }

    /** Returns -1: the JDK knows no aliases. */
    public static int getCharFromNameAlias(String name) {
        return -1;
    }
}
