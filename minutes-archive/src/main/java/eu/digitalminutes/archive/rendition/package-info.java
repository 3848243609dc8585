/**
 * Minutes as documents for readers. Begin with {@link eu.digitalminutes.archive.rendition.WrittenAct}. Nothing here
 * signs, and nothing here decides what happened: the facts are those of the model.
 *
 * @see <a href="https://www.iso.org/standard/50655.html">ISO 19005-2, PDF/A-2</a>
 */
package eu.digitalminutes.archive.rendition;
