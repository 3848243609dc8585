// SPDX-License-Identifier: BSD-3-Clause
/**
 * Audits beyond one machine, built with the profile {@code scale} only: a job of Apache Spark over the function that
 * audits one package.
 */
package eu.digitalminutes.examples.scale;
