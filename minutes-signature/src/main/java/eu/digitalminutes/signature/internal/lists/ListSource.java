// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import java.io.IOException;

/** Where newer lists may be had. */
@FunctionalInterface
public interface ListSource {
    /**
     * The list at an address.
     *
     * @throws IOException if it cannot be had; the message says why
     */
    byte[] list(String address) throws IOException;
}
