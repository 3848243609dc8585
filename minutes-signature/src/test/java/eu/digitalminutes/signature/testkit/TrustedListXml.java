// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** The text of a trusted list before it is signed, in the format version 6 of ETSI TS 119 612. */
record TrustedListXml(Scheme scheme, URI location, long sequenceNumber, Instant issued, Instant nextUpdate) {

    private static final String TRUST = "http://uri.etsi.org/TrstSvc/";

    /** The two kinds of list, with what the standard wants of each. */
    enum Scheme {
        LOTL("EUlistofthelists", "EU", "BE", "Prova Commissione", "EU:Lista di prova", "EUlistofthelists"),
        ITALIAN("EUgeneric", "IT", "IT", "Prova AgID", "IT:Elenco di prova", "EUcommon");

        private final String type;
        private final String territory;
        private final String country;
        private final String operator;
        private final String title;
        private final String rules;

        Scheme(String type, String territory, String country, String operator, String title, String rules) {
            this.type = type;
            this.territory = territory;
            this.country = country;
            this.operator = operator;
            this.title = title;
            this.rules = rules;
        }
    }

    /** Where another list is, and who may sign it. */
    record Pointer(Scheme scheme, URI location, X509Certificate signer) {}

    /** A trust service, granted since an instant and perhaps withdrawn since a later one. */
    record Service(
            String type,
            X509Certificate certificate,
            List<String> purposes,
            Instant granted,
            @Nullable Instant withdrawn) {}

    String write(List<Pointer> pointers, List<Service> services) {
        return write(pointers, services, List.of(URI.create("https://scheme.example.invalid/")));
    }

    /** With addresses for information: those of earlier lists of lists, and of the notice that announced the first. */
    String write(List<Pointer> pointers, List<Service> services, List<URI> information) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"
                    xmlns:a="http://uri.etsi.org/02231/v2/additionaltypes#"
                    Id="tl-%1$s" TSLTag="http://uri.etsi.org/19612/TSLTag">
                <SchemeInformation>
                <TSLVersionIdentifier>6</TSLVersionIdentifier>
                <TSLSequenceNumber>%2$d</TSLSequenceNumber>
                <TSLType>%3$sTrustedList/TSLType/%4$s</TSLType>
                <SchemeOperatorName><Name xml:lang="en">%5$s</Name></SchemeOperatorName>
                <SchemeOperatorAddress>%6$s</SchemeOperatorAddress>
                <SchemeName><Name xml:lang="en">%7$s</Name></SchemeName>
                <SchemeInformationURI>%15$s</SchemeInformationURI>
                <StatusDeterminationApproach>%3$sTrustedList/StatusDetn/%8$s</StatusDeterminationApproach>
                <SchemeTypeCommunityRules>%9$s</SchemeTypeCommunityRules>
                <SchemeTerritory>%1$s</SchemeTerritory>
                <PolicyOrLegalNotice>
                <TSLLegalNotice xml:lang="en">Elenco di prova, senza valore legale.</TSLLegalNotice>
                </PolicyOrLegalNotice>
                <HistoricalInformationPeriod>65535</HistoricalInformationPeriod>
                <PointersToOtherTSL>%10$s</PointersToOtherTSL>
                <ListIssueDateTime>%11$s</ListIssueDateTime>
                <NextUpdate><dateTime>%12$s</dateTime></NextUpdate>
                <DistributionPoints><URI>%13$s</URI></DistributionPoints>
                </SchemeInformation>
                %14$s</TrustServiceStatusList>
                """.formatted(
                        scheme.territory,
                        sequenceNumber,
                        TRUST,
                        scheme.type,
                        scheme.operator,
                        address(scheme.country),
                        scheme.title,
                        scheme == Scheme.LOTL ? "EUlistofthelists" : "EUappropriate",
                        rule(scheme.rules) + (scheme == Scheme.LOTL ? "" : rule(scheme.territory)),
                        pointers.stream().map(TrustedListXml::pointer).collect(Collectors.joining()),
                        issued,
                        nextUpdate,
                        escaped(location),
                        services.isEmpty() ? "" : provider(services),
                        information.stream()
                                .map(uri -> "<URI xml:lang=\"en\">" + escaped(uri) + "</URI>")
                                .collect(Collectors.joining()));
    }

    private static String pointer(Pointer pointer) {
        return """
                <OtherTSLPointer>
                <ServiceDigitalIdentities>%s</ServiceDigitalIdentities>
                <TSLLocation>%s</TSLLocation>
                <AdditionalInformation>
                <OtherInformation><TSLType>%sTrustedList/TSLType/%s</TSLType></OtherInformation>
                <OtherInformation><SchemeTerritory>%s</SchemeTerritory></OtherInformation>
                <OtherInformation><a:MimeType>application/vnd.etsi.tsl+xml</a:MimeType></OtherInformation>
                <OtherInformation>
                <SchemeOperatorName><Name xml:lang="en">%s</Name></SchemeOperatorName>
                </OtherInformation>
                <OtherInformation><SchemeTypeCommunityRules>%s</SchemeTypeCommunityRules></OtherInformation>
                </AdditionalInformation>
                </OtherTSLPointer>
                """.formatted(
                        identity(pointer.signer),
                        escaped(pointer.location),
                        TRUST,
                        pointer.scheme.type,
                        pointer.scheme.territory,
                        pointer.scheme.operator,
                        rule(pointer.scheme.rules));
    }

    private static String provider(List<Service> services) {
        return """
                <TrustServiceProviderList><TrustServiceProvider>
                <TSPInformation>
                <TSPName><Name xml:lang="en">Ente Prova TSP S.p.A.</Name></TSPName>
                <TSPTradeName><Name xml:lang="en">VATIT-00000000000</Name></TSPTradeName>
                <TSPAddress>%s</TSPAddress>
                <TSPInformationURI><URI xml:lang="en">https://tsp.example.invalid/</URI></TSPInformationURI>
                </TSPInformation>
                <TSPServices>%s</TSPServices>
                </TrustServiceProvider></TrustServiceProviderList>
                """.formatted(
                address("IT"), services.stream().map(TrustedListXml::service).collect(Collectors.joining()));
    }

    private static String service(Service service) {
        String identity = identity(service.certificate);
        if (service.withdrawn == null) {
            return "<TSPService><ServiceInformation>\n"
                    + state(service, identity, "granted", service.granted)
                    + "</ServiceInformation></TSPService>\n";
        }
        return "<TSPService><ServiceInformation>\n"
                + state(service, identity, "withdrawn", service.withdrawn)
                + "</ServiceInformation><ServiceHistory><ServiceHistoryInstance>\n"
                + state(service, formerIdentity(service.certificate), "granted", service.granted)
                + "</ServiceHistoryInstance></ServiceHistory></TSPService>\n";
    }

    private static String state(Service service, String identity, String status, Instant since) {
        String purposes = service.purposes.stream()
                .map(purpose -> """
                        <Extension Critical="true"><AdditionalServiceInformation>
                        <URI xml:lang="en">%sTrustedList/SvcInfoExt/%s</URI>
                        </AdditionalServiceInformation></Extension>
                        """.formatted(TRUST, purpose))
                .collect(Collectors.joining());
        return """
                <ServiceTypeIdentifier>%1$sSvctype/%2$s</ServiceTypeIdentifier>
                <ServiceName><Name xml:lang="en">%3$s</Name></ServiceName>
                %4$s<ServiceStatus>%1$sTrustedList/Svcstatus/%5$s</ServiceStatus>
                <StatusStartingTime>%6$s</StatusStartingTime>
                %7$s
                """.formatted(
                        TRUST,
                        service.type,
                        "Ente Prova, servizio " + service.type,
                        identity,
                        status,
                        since,
                        purposes.isEmpty()
                                ? ""
                                : "<ServiceInformationExtensions>" + purposes + "</ServiceInformationExtensions>");
    }

    private static String address(String country) {
        return """
                <PostalAddresses><PostalAddress xml:lang="en">
                <StreetAddress>Via di Prova 1</StreetAddress>
                <Locality>Roma</Locality>
                <PostalCode>00100</PostalCode>
                <CountryName>%s</CountryName>
                </PostalAddress></PostalAddresses>
                <ElectronicAddress>
                <URI xml:lang="en">mailto:prova@example.invalid</URI>
                <URI xml:lang="en">https://www.example.invalid/</URI>
                </ElectronicAddress>
                """.formatted(country);
    }

    private static String rule(String rule) {
        return "<URI xml:lang=\"en\">" + TRUST + "TrustedList/schemerules/" + rule + "</URI>";
    }

    private static String identity(X509Certificate certificate) {
        try {
            return digitalIdentity("<X509Certificate>" + base64(certificate.getEncoded()) + "</X509Certificate>");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate could not be put into a trusted list", e);
        }
    }

    /** TS 119 612 5.6.3: the history names a service by the identifier of its key, without the certificate. */
    private static String formerIdentity(X509Certificate certificate) {
        try {
            byte[] keyIdentifier = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(certificate.getPublicKey())
                    .getKeyIdentifier();
            return digitalIdentity("<X509SKI>" + base64(keyIdentifier) + "</X509SKI>");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate could not be put into a trusted list", e);
        }
    }

    private static String digitalIdentity(String identity) {
        return "<ServiceDigitalIdentity><DigitalId>" + identity + "</DigitalId></ServiceDigitalIdentity>\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An address may hold the one character that XML text may not: quotation marks and brackets are no part of a URI. */
    private static String escaped(URI location) {
        return location.toString().replace("&", "&amp;");
    }
}
