// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

/** What a part of the picture means, as colours that can be told apart on paper and by those who see few colours. */
public enum Tone {
    /** In order. */
    GOOD("#006b3d", "#d5ecdf"),
    /** Against the signature. */
    BAD("#b3141c", "#fbdcda"),
    /** Not decided, or contestable. */
    OPEN("#8a5300", "#ffe9c2"),
    /** A fact that is neither. */
    PLAIN("#17324d", "#dbe7f5");

    private final String strong;
    private final String pale;

    Tone(String strong, String pale) {
        this.strong = strong;
        this.pale = pale;
    }

    String strong() {
        return strong;
    }

    String pale() {
        return pale;
    }
}
