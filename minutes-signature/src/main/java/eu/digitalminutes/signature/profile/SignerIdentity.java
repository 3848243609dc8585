// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

/** Who may sign in a role (<i>legittimazione del firmatario</i>), as far as it is looked at before signing. */
public enum SignerIdentity {
    /**
     * Only the person whom the minutes have in the role, by tax code. Another card is refused before its PIN is spent.
     * Where certificate or minutes give no tax code, the comparison by name is left to verification.
     */
    RECORDED,
    /** Anybody; verification will say who it was. */
    ANY
}
