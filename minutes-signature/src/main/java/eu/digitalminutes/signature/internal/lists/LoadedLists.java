// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.signature.trust.ListState;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import java.util.List;
import java.util.Optional;

/**
 * Trusted lists that were read and verified.
 *
 * @param certificates what is trusted by those that are current, or in grace
 * @param states what each is worth, the list of lists first
 * @param pivots where earlier lists of lists are, by which the signer of the present one is known
 */
public record LoadedLists(TrustedListsCertificateSource certificates, List<ListState> states, List<String> pivots) {
    /** Copies the lists. */
    public LoadedLists {
        states = List.copyOf(states);
        pivots = List.copyOf(pivots);
    }

    /** The state of the list at an address. */
    Optional<ListState> at(String address) {
        return states.stream()
                .filter(state -> state.address().toString().equals(address))
                .findFirst();
    }
}
