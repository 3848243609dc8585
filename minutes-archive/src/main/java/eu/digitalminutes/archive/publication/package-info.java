/**
 * The public page of a session. Begin with {@link eu.digitalminutes.archive.publication.PublicationSite}. Nothing here
 * opens a connection, and nothing secret leaves: what the public may not see is taken away before a page is drawn.
 *
 * @see <a href="https://www.w3.org/TR/WCAG21/">WCAG 2.1; EN 301 549, 9</a>
 */
package eu.digitalminutes.archive.publication;
