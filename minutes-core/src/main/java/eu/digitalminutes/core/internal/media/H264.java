// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

/**
 * The profiles of H.264.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-H.264">ITU-T H.264, Annex A.2</a>
 */
final class H264 {
    private H264() {}

    static String profile(int number, int constraints) {
        return switch (number) {
            case 66 -> (constraints & 0x40) != 0 ? "Constrained Baseline" : "Baseline";
            case 77 -> "Main";
            case 88 -> "Extended";
            case 100 -> "High";
            case 110 -> "High 10";
            case 122 -> "High 4:2:2";
            case 244 -> "High 4:4:4 Predictive";
            case 44 -> "CAVLC 4:4:4";
            default -> "";
        };
    }
}
