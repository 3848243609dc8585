// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

/** Whether an index is meant to be signed (<i>sottoscrizione dell'indice</i>); one that is not says so of itself. */
public enum IndexSeal {
    /** A signature or seal stands beside it; without one the package is not what it was. */
    PRESENT,
    /** Whoever takes the package into preservation will sign it. */
    LEFT_TO_THE_PROVIDER
}
