// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import java.time.Instant;

/**
 * Between which two instants a file went bad.
 *
 * @param good when it was last found whole
 * @param found when it was first found otherwise
 */
record Since(Instant good, Instant found) {}
