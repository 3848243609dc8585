// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositPackage;
import eu.digitalminutes.archive.sacer.SacerComponent;
import eu.digitalminutes.archive.sacer.SubmissionIndex;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.Objects;

/** A package with its index, read once. */
final class Unit {
    private final DepositPackage content;
    private final byte[] xml;
    private final SubmissionIndex index;

    private Unit(DepositPackage content, byte[] xml, SubmissionIndex index) {
        this.content = content;
        this.xml = xml;
        this.index = index;
    }

    static Unit of(DepositPackage content) throws IOException {
        byte[] xml = content.content(SubmissionIndex.FILE_NAME)
                .orElseThrow(() -> new MinutesException(
                        "DEPOSIT_NOT_SACER",
                        content.path() + " has no " + SubmissionIndex.FILE_NAME
                                + ": make a package by the profile sacer for this provider"));
        SubmissionIndex index = SubmissionIndex.read(xml);
        index.report().findings().stream().findFirst().ifPresent(finding -> {
            throw new MinutesException(
                    "DEPOSIT_INVALID",
                    content.path() + " would be refused: " + finding.code() + " at " + finding.where() + ", "
                            + finding.message().english() + " Verify the package and make it again");
        });
        for (SacerComponent component : index.components()) {
            if (!content.sizes().containsKey(component.path())) {
                throw new MinutesException(
                        "DEPOSIT_INVALID",
                        content.path() + " does not hold " + component.path()
                                + ", which its index names: make it again");
            }
        }
        return new Unit(content, xml, index);
    }

    DepositPackage content() {
        return content;
    }

    /** The index byte for byte; not to be changed. */
    byte[] xml() {
        return xml;
    }

    SubmissionIndex index() {
        return index;
    }

    long size(SacerComponent component) {
        return Objects.requireNonNull(content.sizes().get(component.path()));
    }

    long largest() {
        return index.components().stream().mapToLong(this::size).max().orElse(0);
    }

    long total() {
        return xml.length + index.components().stream().mapToLong(this::size).sum();
    }
}
