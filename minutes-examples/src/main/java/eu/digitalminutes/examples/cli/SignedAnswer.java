// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;

/** What the commands that sign and extend answer: container, signatures, files. */
final class SignedAnswer {
    private SignedAnswer() {}

    static void give(SignedMinutes signed, String form, String level, CommandOptions options) {
        options.result(tree(signed, form, level), text(signed, options));
    }

    private static ObjectNode tree(SignedMinutes signed, String form, String level) {
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("container", signed.container().toString())
                .put("form", form)
                .put("level", level);
        ArrayNode signatures = document.putArray("signatures");
        for (AppliedSignature signature : signed.signatures()) {
            signatures
                    .addObject()
                    .put("role", signature.role().map(SignatoryRole::code).orElse(""))
                    .put("signer", signature.signer())
                    .put("level", signature.level())
                    .put("signingTime", signature.signingTime().toString());
        }
        ArrayNode files = document.putArray("files");
        for (ContainedFile file : signed.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().hex());
        }
        return document;
    }

    private static String text(SignedMinutes signed, CommandOptions options) {
        StringBuilder text = new StringBuilder(signed.container().toString());
        for (AppliedSignature signature : signed.signatures()) {
            text.append(System.lineSeparator()).append("  ");
            text.append(signature
                    .role()
                    .map(role -> role.label().in(options.language()))
                    .orElse("?"));
            text.append(": ").append(signature.signer()).append(", ").append(signature.level());
            text.append(", ").append(signature.timestamp().orElse(signature.signingTime()));
        }
        for (RecordingPart part : signed.minutes().recordings()) {
            text.append(System.lineSeparator()).append("  ").append(part.name()).append("  SHA-256 ");
            text.append(part.fingerprint().digest());
        }
        return text.toString();
    }
}
