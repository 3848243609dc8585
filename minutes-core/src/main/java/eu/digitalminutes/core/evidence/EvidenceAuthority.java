// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.evidence;

/**
 * Who gives time stamps over hash trees (<i>servizio di marcatura temporale</i>): what the archive asks for and the
 * signature module supplies, so that who only preserves needs no cryptography library.
 */
@FunctionalInterface
public interface EvidenceAuthority {
    /**
     * Has a digest stamped, with one request.
     *
     * @param function the function that the digest was made with
     * @param digest the root of a hash tree
     * @return the stamp, over that digest, signed by the certificate that it carries
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if no authority gives a usable stamp
     */
    ArchiveStamp stamp(HashFunction function, byte[] digest);
}
