// SPDX-License-Identifier: BSD-3-Clause
/**
 * A test kit for software that signs and verifies minutes: a small Italian-looking PKI made in memory, the services
 * around it on the loopback address, and signed trusted lists that give real EU qualifications ({@code QESIG},
 * {@code QESEAL}, {@code ADESIG_QC} …) without any network.
 *
 * <p>Start with {@link eu.digitalminutes.signature.testkit.PkiServer#start()}; write what a verifier needs with
 * {@link eu.digitalminutes.signature.testkit.TrustBundle}. Everything is made at run time and says "Prova": nothing here
 * is a secret, and nothing signed with it has legal value. The kit needs no test framework.
 */
@NullMarked
package eu.digitalminutes.signature.testkit;

import org.jspecify.annotations.NullMarked;
