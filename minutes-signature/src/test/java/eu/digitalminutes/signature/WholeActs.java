// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A program that signs one file after the other, or extends one after the other, until somebody kills it. */
final class WholeActs {
    static final List<SignatureForm> FORMS =
            List.of(SignatureForm.ASIC_E_XADES, SignatureForm.CADES_ENVELOPING, SignatureForm.ASIC_E_CADES);

    private WholeActs() {}

    /**
     * {@code sign} with a file, a folder and two keys, or {@code extend} with a folder and a time-stamping authority; the
     * last step that was done. Prints each step when it is done.
     */
    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[arguments.length - 1]) + 1;
        if (arguments[0].equals("sign")) {
            try (SigningKey president = SigningKey.pkcs12(Path.of(arguments[3]), "segreta".toCharArray());
                    SigningKey secretary = SigningKey.pkcs12(Path.of(arguments[4]), "segreta".toCharArray())) {
                List<Signatory> both = List.of(Signatory.president(president), Signatory.secretary(secretary));
                for (int step = first; ; step++) {
                    sign(Path.of(arguments[1]), Path.of(arguments[2]), step, both);
                    System.out.println(step);
                }
            }
        }
        for (int step = first; Files.exists(target(Path.of(arguments[1]), step)); step++) {
            extend(target(Path.of(arguments[1]), step), URI.create(arguments[2]));
            System.out.println(step);
        }
    }

    static void sign(Path content, Path folder, int step, List<Signatory> signatories) throws IOException {
        SigningProfile profile = SigningProfile.withoutTimestamp().toBuilder()
                .form(FORMS.get(step % FORMS.size()))
                .requiredRoles(Set.of())
                .build();
        new FileSigner(profile).sign(content, target(folder, step), signatories, Task.none());
    }

    static void extend(Path signed, URI tsa) throws IOException {
        SignatureExtender.of(TimestampAuthority.at(tsa), TrustAnchors.none(), RevocationAccess.AT_HAND)
                .extend(signed, SignatureLevel.T);
    }

    /** Where the file of a step lies. */
    static Path target(Path folder, int step) {
        return folder.resolve(
                "seduta-" + step + ".mp4" + FORMS.get(step % FORMS.size()).extension());
    }
}
