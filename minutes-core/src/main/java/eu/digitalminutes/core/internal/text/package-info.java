/** Markup, with escaping in one place, for the pages of both wings. Not exported to others. */
package eu.digitalminutes.core.internal.text;
