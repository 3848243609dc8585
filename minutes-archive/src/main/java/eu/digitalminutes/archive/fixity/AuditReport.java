// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.Report;

/**
 * What an audit found (<i>esito della verifica di integrità</i>). Immutable.
 *
 * @param packages how many packages were audited to their end
 * @param recent how many were left out because they had been audited not long ago
 * @param elsewhere how many were left out because another process was at them
 * @param bytes how many bytes were read, over all starts of this audit in this process
 * @param report what is wrong, with the package and the file; empty and valid if nothing is
 */
public record AuditReport(int packages, int recent, int elsewhere, long bytes, Report report) {}
