import org.jspecify.annotations.NullMarked;

/**
 * What becomes of minutes once they are made: the written act as a document for readers, the package for preservation,
 * the public page of the session.
 *
 * <p>This module stands on {@code eu.digitalminutes.core} alone and knows no signature library: what it needs signed it
 * asks of a {@link eu.digitalminutes.core.minutes.Sealer}.
 */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"})
module eu.digitalminutes.archive {
    requires transitive eu.digitalminutes.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;
    requires java.logging;
    requires transitive java.net.http;
    requires java.xml;
    requires java.xml.crypto;
    // Needed by PDFBox at run time only, to let go of files that it maps.
    requires jdk.unsupported;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.commons.compress;
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.slf4j;
    // Only who deposits over SFTP brings it.
    requires static com.jcraft.jsch;
    requires static transitive org.jspecify;

    exports eu.digitalminutes.archive;
    exports eu.digitalminutes.archive.bagit;
    exports eu.digitalminutes.archive.deposit;
    exports eu.digitalminutes.archive.deposit.drop;
    exports eu.digitalminutes.archive.deposit.parer;
    exports eu.digitalminutes.archive.eark;
    exports eu.digitalminutes.archive.fixity;
    exports eu.digitalminutes.archive.metadata;
    exports eu.digitalminutes.archive.profile;
    exports eu.digitalminutes.archive.publication;
    exports eu.digitalminutes.archive.publication.albo;
    exports eu.digitalminutes.archive.publication.site;
    exports eu.digitalminutes.archive.renewal;
    exports eu.digitalminutes.archive.rendition;
    exports eu.digitalminutes.archive.sacer;
    exports eu.digitalminutes.archive.segment;
    exports eu.digitalminutes.archive.sincro;

    // The catalogues of findings lie beside the checks, and core reads them.
    opens eu.digitalminutes.archive.bagit to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.deposit to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.eark to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.fixity to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.metadata to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.renewal to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.rendition to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.sacer to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.segment to
            eu.digitalminutes.core;
    opens eu.digitalminutes.archive.sincro to
            eu.digitalminutes.core;
}
