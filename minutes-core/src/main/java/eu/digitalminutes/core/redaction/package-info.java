/**
 * What the public may see of minutes. Begin with {@link eu.digitalminutes.core.redaction.PublicView}: pages and open data
 * are drawn from it alone, so that what was taken away cannot come back anywhere.
 *
 * @see <a href="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/3134436">Garante privacy, Linee guida
 *     15 May 2014</a>
 */
package eu.digitalminutes.core.redaction;
