// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

/** Where what lies in a package that we write, and the words that it is recognised by. */
final class EArkLayout {
    static final String METS = "METS.xml";
    static final String DESCRIPTION = "metadata/descriptive/minutes.xml";
    static final String PREMIS = "metadata/preservation/premis.xml";
    static final String REPRESENTATION_PREMIS = "representations/rep1/" + PREMIS;
    static final String DOCUMENTATION = "documentation/LEGGIMI.txt";
    static final String RENDITIONS = "documentation/renditions/";
    static final String SCHEMAS = "schemas/";
    static final String REPRESENTATION = "representations/rep1/";
    static final String REPRESENTATION_LABEL = "Representations/rep1";
    static final String CONTAINER_NAME = "minutes.asice";
    static final String CONTAINER = REPRESENTATION + "data/" + CONTAINER_NAME;

    static final String METS_NAMESPACE = "http://www.loc.gov/METS/";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    static final String CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    static final String ALLEGATO_5 = "AGID-ALLEGATO-5";

    private EArkLayout() {}
}
