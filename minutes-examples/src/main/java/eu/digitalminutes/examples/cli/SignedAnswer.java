// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.signed.SignedFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What the commands that sign and extend answer: container, signatures, files. */
record SignedAnswer(Path container, String form, List<AppliedSignature> signatures, List<ContainedFile> files) {
    static SignedAnswer of(SignedMinutes signed, SignatureForm form) {
        return new SignedAnswer(signed.container(), form.code(), signed.signatures(), signed.files());
    }

    static SignedAnswer of(SignedFile signed) {
        return new SignedAnswer(signed.path(), signed.form().code(), signed.signatures(), signed.files());
    }

    void give(CommandOptions options) {
        options.result(tree(), text(options));
    }

    /** The level that all signatures have reached. */
    private String level() {
        return signatures.stream()
                .map(AppliedSignature::level)
                .min(Comparator.comparing(List.of("B", "T", "LT", "LTA")::indexOf))
                .orElse("");
    }

    private ObjectNode tree() {
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("container", container.toString()).put("form", form).put("level", level());
        ArrayNode applied = document.putArray("signatures");
        for (AppliedSignature signature : signatures) {
            applied.addObject()
                    .put("role", signature.role().map(SignatoryRole::code).orElse(""))
                    .put("signer", signature.signer())
                    .put("level", signature.level())
                    .put("signingTime", signature.signingTime().toString());
        }
        ArrayNode contained = document.putArray("files");
        for (ContainedFile file : files) {
            contained
                    .addObject()
                    .put("name", file.name())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().hex());
        }
        return document;
    }

    private String text(CommandOptions options) {
        StringBuilder text = new StringBuilder(container.toString());
        for (AppliedSignature signature : signatures) {
            text.append(System.lineSeparator()).append("  ");
            signature
                    .role()
                    .ifPresent(role ->
                            text.append(role.label().in(options.language())).append(": "));
            text.append(signature.signer()).append(", ").append(signature.level());
            text.append(", ").append(signature.timestamp().orElse(signature.signingTime()));
        }
        for (ContainedFile file : files) {
            text.append(System.lineSeparator()).append("  ").append(file.name()).append("  SHA-256 ");
            text.append(file.fingerprint().digest());
        }
        return text.toString();
    }
}
