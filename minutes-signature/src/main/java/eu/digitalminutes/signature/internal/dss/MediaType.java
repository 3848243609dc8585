// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.enumerations.MimeType;

/** An IANA media type as DSS wants it, for those that DSS does not know. */
record MediaType(String text, String extension) implements MimeType {
    static MimeType of(String mediaType, String fileName) {
        int dot = fileName.lastIndexOf('.');
        return new MediaType(mediaType, dot < 0 ? "" : fileName.substring(dot + 1));
    }

    @Override
    public String getMimeTypeString() {
        return text;
    }

    @Override
    public String getExtension() {
        return extension;
    }
}
