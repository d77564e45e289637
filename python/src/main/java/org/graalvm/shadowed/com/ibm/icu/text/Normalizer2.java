package org.graalvm.shadowed.com.ibm.icu.text;

import java.text.Normalizer;

/** The normal form of identifiers, by the name under which the parser asks for it. */
public final class Normalizer2 {
    private static final Normalizer2 NFKC = new Normalizer2();

    private Normalizer2() {}

    /** Returns what brings texts into the form NFKC. */
    public static Normalizer2 getNFKCInstance() {
        return NFKC;
    }

    /** Returns the text in this form. */
    public String normalize(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
