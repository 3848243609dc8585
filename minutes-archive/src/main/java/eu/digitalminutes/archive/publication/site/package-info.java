/**
 * The public site of a body: the pages of all its sessions, lists by year and organ, the search, the albo. Begin with
 * {@link eu.digitalminutes.archive.publication.site.ArchiveSite}. A run writes only what changed, needs no server, and opens
 * no connection.
 *
 * @see <a href="https://www.w3.org/TR/WCAG21/">WCAG 2.1; EN 301 549, 9</a>
 */
package eu.digitalminutes.archive.publication.site;
