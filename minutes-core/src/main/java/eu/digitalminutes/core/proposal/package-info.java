/**
 * What is put before an organ: a {@link eu.digitalminutes.core.proposal.Proposal} with its opinions and the spending
 * that it commits. Values only; their way through the organ is {@code eu.digitalminutes.core.deliberation}.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 49,
 *     151, 183</a>
 */
package eu.digitalminutes.core.proposal;
