// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.core.content.Fingerprint;

/**
 * A file that a METS lists.
 *
 * @param href its path from the folder of the METS
 * @param mediaType its IANA media type
 * @param fingerprint its digest and size
 */
record PackedFile(String href, String mediaType, Fingerprint fingerprint) {}
