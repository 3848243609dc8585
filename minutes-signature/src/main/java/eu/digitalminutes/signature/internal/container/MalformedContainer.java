// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.io.IOException;

/** The file is no container, or one that two readers could understand in two ways. */
final class MalformedContainer extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedContainer(String problem) {
        super(problem);
    }
}
