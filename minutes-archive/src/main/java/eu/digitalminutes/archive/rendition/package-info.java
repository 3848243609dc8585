/**
 * Minutes as documents for readers, and what is made of a signed container for preservation. Begin with
 * {@link eu.digitalminutes.archive.rendition.WrittenAct}, or with {@link eu.digitalminutes.archive.rendition.Renditions}
 * for a package. Nothing here signs, and nothing here decides what happened: the facts are those of the model.
 *
 * @see <a href="https://www.iso.org/standard/50655.html">ISO 19005-2, PDF/A-2</a>
 */
package eu.digitalminutes.archive.rendition;
