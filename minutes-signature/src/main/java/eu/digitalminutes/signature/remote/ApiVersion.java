// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

/** The generations of the Cloud Signature Consortium's API, as {@code specs} of a service announces them. */
public enum ApiVersion {
    /** 1.0.3 and 1.0.4. */
    V1,
    /** 2.0 and later. */
    V2
}
