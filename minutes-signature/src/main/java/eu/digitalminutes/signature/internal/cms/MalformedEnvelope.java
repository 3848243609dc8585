// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import java.io.IOException;

/** The file is no enveloping CMS signature, or a damaged one. */
final class MalformedEnvelope extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedEnvelope(String problem) {
        super(problem);
    }
}
