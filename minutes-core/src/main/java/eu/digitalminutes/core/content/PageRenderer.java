// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/**
 * Makes a document that lasts out of a page (<i>documento in formato PDF/A</i>). Who writes a report asks for one; minutes-archive supplies it, or
 * an application with a layout engine of its own.
 *
 * @see <a href="https://www.iso.org/standard/50655.html">ISO 19005-2, PDF/A-2; AgID, Allegato 2</a>
 */
@FunctionalInterface
public interface PageRenderer {
    /**
     * Lays out one page of XHTML. The page is complete in itself: nothing that it might name is to be loaded.
     *
     * @param page a well-formed document with its style sheet, pictures in SVG among the text
     * @param dated the date of the document, in place of the clock's, so that the same page gives the same bytes
     * @param target the file that appears, whole or not at all; one that exists is replaced
     * @throws IOException if it cannot be written; then the target is as it was
     */
    void render(String page, OffsetDateTime dated, Path target) throws IOException;
}
