// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/** A signed list of trusted lists (LOTL) with the signed Italian trusted list (<i>elenco di fiducia</i>) it points to. */
public final class TrustedLists {

    private final byte[] lotl;
    private final byte[] italian;
    private final byte[] pivot;
    private final URI lotlLocation;
    private final URI italianLocation;
    private final List<X509Certificate> lotlSigners;

    TrustedLists(
            byte[] lotl,
            byte[] italian,
            byte[] pivot,
            URI lotlLocation,
            URI italianLocation,
            List<X509Certificate> lotlSigners) {
        this.lotl = lotl;
        this.italian = italian;
        this.pivot = pivot;
        this.lotlLocation = lotlLocation;
        this.italianLocation = italianLocation;
        this.lotlSigners = List.copyOf(lotlSigners);
    }

    /** The list of trusted lists, as signed XML. */
    public byte[] lotl() {
        return lotl.clone();
    }

    /** The Italian list, as signed XML. */
    public byte[] italian() {
        return italian.clone();
    }

    /** The list of lists by which the signer of the present one is known; empty if it is known by itself. */
    public byte[] pivot() {
        return pivot.clone();
    }

    /** The address that the lists give for the list of trusted lists. */
    public URI lotlLocation() {
        return lotlLocation;
    }

    /** The address that the lists give for the Italian list. */
    public URI italianLocation() {
        return italianLocation;
    }

    /** Who may sign the list of trusted lists: what the Official Journal announces of the real one. */
    public List<X509Certificate> lotlSigners() {
        return lotlSigners;
    }
}
