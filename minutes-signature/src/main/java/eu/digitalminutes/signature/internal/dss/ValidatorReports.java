// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.report.ExpertReports;
import eu.europa.esig.dss.validation.executor.signature.ETSIValidationReportBuilder;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.validationreport.ValidationReportFacade;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.xml.sax.SAXException;

/** DSS's own reports, put into XML only when somebody asks. */
record ValidatorReports(Reports reports, Instant at) implements ExpertReports {
    @Override
    public String etsi() {
        try {
            return ValidationReportFacade.newFacade()
                    .marshall(
                            new ETSIValidationReportBuilder(
                                            Date.from(at), reports.getDiagnosticData(), reports.getDetailedReport())
                                    .build(),
                            true);
        } catch (JAXBException | IOException | SAXException e) {
            throw new IllegalStateException("DSS cannot write its own report", e);
        }
    }

    @Override
    public String detailed() {
        return reports.getXmlDetailedReport();
    }

    @Override
    public String diagnostic() {
        return reports.getXmlDiagnosticData();
    }
}
