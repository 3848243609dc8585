/**
 * Remote signature services of Italian providers behind the seam of the SDK, one class for each, to copy from. Services
 * that speak the API of the Cloud Signature Consortium need none of this: see
 * {@link eu.digitalminutes.signature.remote.RemoteSigning}.
 *
 * <p>They follow what is public of the providers' interfaces, and were tested against a fake on this machine only. Check
 * names and values against the manual that comes with your contract.
 */
@NullMarked
package eu.digitalminutes.examples.devices;

import org.jspecify.annotations.NullMarked;
