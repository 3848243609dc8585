// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.metadata.Agent;

/** How METS and PREMIS call somebody. */
final class AgentName {
    private AgentName() {}

    static String of(Agent agent) {
        if (agent instanceof Agent.NaturalPerson person) {
            return person.givenName() + " " + person.familyName();
        }
        return ((Agent.LegalPerson) agent).name();
    }
}
