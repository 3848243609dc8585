/** What the clients of services have in common. */
package eu.digitalminutes.signature.internal.http;
