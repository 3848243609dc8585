/**
 * The albo on-line: entries with their fifteen days, the data of registration with digests, the certificate of
 * publication, a feed. Begin with {@link eu.digitalminutes.archive.publication.albo.AlboRegister}. Nothing here signs,
 * opens a connection, or decides what is published: the body's register does.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, 2016</a>
 */
package eu.digitalminutes.archive.publication.albo;
