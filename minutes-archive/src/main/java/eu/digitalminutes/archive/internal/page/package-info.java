/** What every page of a public site has around its content, and how a site's files appear. */
package eu.digitalminutes.archive.internal.page;
