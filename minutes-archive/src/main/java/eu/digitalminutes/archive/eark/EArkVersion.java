// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import java.util.Locale;

/** A version of the E-ARK specifications (<i>versione delle specifiche</i>). */
public enum EArkVersion {
    /** 2.0.4, of 2020. */
    V2_0_4("2.0.4", ""),
    /** 2.1.0, of 2021. */
    V2_1_0("2.1.0", "-v2-1-0"),
    /** 2.2.0, of 2024. */
    V2_2_0("2.2.0", "-v2-2-0");

    private final String number;
    private final String suffix;

    EArkVersion(String number, String suffix) {
        this.number = number;
        this.suffix = suffix;
    }

    /**
     * The number.
     *
     * @return such as {@code 2.2.0}
     */
    public String number() {
        return number;
    }

    /** The address of a profile of this version, such as that of the SIP. */
    String profile(String kind) {
        return "https://eark" + kind.toLowerCase(Locale.ROOT) + ".dilcis.eu/profile/E-ARK-" + kind + suffix + ".xml";
    }
}
