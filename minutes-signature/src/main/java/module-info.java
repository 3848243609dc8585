import org.jspecify.annotations.NullMarked;

/**
 * Signs the minutes of a council and verifies them, on top of DSS and Bouncy Castle, whose types stay inside.
 *
 * <p>DSS has no module descriptors of its own: its automatic modules are required one by one, and with them the libraries
 * that only DSS uses, since automatic modules bring none along.
 */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"})
module eu.digitalminutes.signature {
    requires transitive eu.digitalminutes.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires ipkcs11wrapper;
    requires java.naming;
    requires transitive java.net.http;
    requires java.xml;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.util;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires jpms_dss_alert;
    requires jpms_dss_asic_cades;
    requires jpms_dss_asic_common;
    requires jpms_dss_asic_xades;
    requires jpms_dss_cades;
    requires jpms_dss_crl_parser;
    requires jpms_dss_detailed_report;
    requires jpms_dss_diagnostic_data;
    requires jpms_dss_document;
    requires jpms_dss_enumerations;
    requires jpms_dss_evidence_record_asn1;
    requires jpms_dss_evidence_record_common;
    requires jpms_dss_evidence_record_xml;
    requires jpms_dss_jaxb_common;
    requires jpms_dss_jaxb_parsers;
    requires jpms_dss_model;
    requires jpms_dss_pades;
    requires jpms_dss_policy;
    requires jpms_dss_service;
    requires jpms_dss_simple_report;
    requires jpms_dss_specs_validation_report;
    requires jpms_dss_spi;
    requires jpms_dss_tsl_validation;
    requires jpms_dss_utils;
    requires jpms_dss_validation;
    requires jpms_dss_xades;
    requires jpms_dss_xml;
    // Needed by DSS at run time only; java.desktop by PDFBox, jdk.net by its HTTP client.
    requires java.desktop;
    requires jdk.net;
    requires org.apache.commons.codec;
    requires org.apache.commons.collections4;
    requires org.apache.commons.io;
    requires org.apache.commons.lang3;
    requires org.apache.commons.logging;
    requires jakarta.xml.bind;
    requires org.glassfish.jaxb.runtime;

    exports eu.digitalminutes.signature;
    exports eu.digitalminutes.signature.key;
    exports eu.digitalminutes.signature.profile;
    exports eu.digitalminutes.signature.remote;
    exports eu.digitalminutes.signature.report;
    exports eu.digitalminutes.signature.signed;
    exports eu.digitalminutes.signature.trust;

    // The catalogues of findings and words lie beside the checks, and core reads them.
    opens eu.digitalminutes.signature to
            eu.digitalminutes.core;
    opens eu.digitalminutes.signature.internal.check to
            eu.digitalminutes.core;
    opens eu.digitalminutes.signature.report to
            eu.digitalminutes.core;
}
