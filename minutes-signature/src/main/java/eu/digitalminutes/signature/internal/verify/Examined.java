// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a signed file.
 *
 * @param format the form, as reports name it
 * @param files what is signed or lies with it, as it really is, by name, in order
 * @param damaged the files that are not as their container declares
 * @param strangers names in the container's own folder that belong to nothing known
 * @param declaresItself whether a container says first and uncompressed what it is; true for what is none
 * @param composed whether files lie together as minutes do, so that facts and written act are expected
 * @param signatures every signature
 * @param facts the bytes of the meeting's facts, where there are any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Examined(
        String format,
        Map<String, Fingerprint> files,
        List<String> damaged,
        List<String> strangers,
        boolean declaresItself,
        boolean composed,
        List<VerifiedSignature> signatures,
        byte @Nullable [] facts) {}
