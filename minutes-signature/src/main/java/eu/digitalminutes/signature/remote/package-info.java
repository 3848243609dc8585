/**
 * Keys in a remote signature service (<i>firma remota</i>) that speaks the API of the Cloud Signature Consortium, 1.0.4
 * or 2. Begin with {@link eu.digitalminutes.signature.remote.RemoteSigning}.
 *
 * <p>Nothing here repeats an authorization or a signature by itself, and nothing writes PINs, one-time passwords or
 * tokens into logs or messages. Only digests go to the service, never the minutes.
 *
 * @see <a href="https://cloudsignatureconsortium.org/resources/download-api-specifications/">Cloud Signature
 *     Consortium: API specifications</a>
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, recitals 51 and 52, and Annex
 *     II(3)</a>
 */
package eu.digitalminutes.signature.remote;
