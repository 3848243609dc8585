// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.internal.cms.EnvelopedFile;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What minutes-signature reads from strangers: signed files of every form, and what was prepared elsewhere. */
final class SignatureTargets {
    private static final String ROLE = "Responsabile";

    private final Works works;
    private final MinutesVerifier verifier;
    private final Path place;

    SignatureTargets(Works works) throws IOException {
        this.works = works;
        this.verifier = MinutesVerifier.trusting(TrustAnchors.offlineLists(works.lotl));
        this.place = Files.createDirectories(works.folder.resolve("damaged"));
        Files.copy(works.text, place.resolve("atto.txt"));
    }

    List<Target> all() throws IOException {
        List<Seed> containers = containers();
        List<Seed> envelopes = envelopes();
        return List.of(
                Target.ofFiles("container", containers, this::container),
                Target.ofFiles("asic", containers, this::verify),
                Target.ofFiles("enveloped", envelopes, this::enveloped),
                Target.ofFiles("p7m", envelopes, this::verify),
                Target.ofFiles("p7s", detached(SignatureForm.CADES_DETACHED, ".p7s"), this::verify),
                Target.ofFiles("xml", detached(SignatureForm.XADES_DETACHED, ".xml"), this::verify),
                Target.ofFiles("excerpt", List.of(works.excerpt()), this::verify),
                Target.ofFiles("stamps", stamps(), this::verify),
                Target.ofFiles("pdf", pdfs(), this::verify),
                Target.ofBytes("prepared", prepared(), one -> {
                    PreparedSignature.fromJson(one.bytes()).toJson();
                }));
    }

    private Path file(Seed damaged) throws IOException {
        return Files.write(place.resolve(damaged.name()), damaged.bytes());
    }

    /** The report too is written: what stands in it is somebody else's text. */
    private void verify(Seed damaged) throws IOException {
        verifier.verify(file(damaged)).json(Locale.ITALIAN);
    }

    private void container(Seed damaged) throws IOException {
        try (ContainerFile file = ContainerFile.open(file(damaged))) {
            file.path();
        }
    }

    private void enveloped(Seed damaged) throws IOException {
        try (EnvelopedFile file = EnvelopedFile.open(file(damaged))) {
            file.isWhole();
        }
    }

    private List<Seed> containers() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        seeds.add(Seed.of(works.minutes().container()));
        for (SignatureForm form :
                List.of(SignatureForm.ASIC_E_XADES, SignatureForm.ASIC_E_CADES, SignatureForm.ASIC_S_CADES)) {
            seeds.add(works.signed(form, works.text, form.code() + form.extension(), works.president));
        }
        seeds.addAll(Seed.in(Seed.shared("signatures/files"), ".asice", ".asics", ".bdoc", ".zip"));
        return seeds;
    }

    private List<Seed> envelopes() throws IOException {
        Seed once = works.signed(SignatureForm.CADES_ENVELOPING, works.text, "one.txt.p7m", works.president);
        Path inner = works.folder.resolve(once.name());
        Seed twice = works.signed(SignatureForm.CADES_ENVELOPING, inner, "two.p7m.p7m", works.secretary);
        byte[] base64 = Base64.getMimeEncoder().encode(twice.bytes());
        List<Seed> seeds = new ArrayList<>(List.of(once, twice, new Seed("base64.p7m.p7m", base64)));
        seeds.addAll(Seed.in(Seed.shared("signatures/files"), ".p7m", ".pkcs7"));
        return seeds;
    }

    private List<Seed> detached(SignatureForm form, String ending) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        seeds.add(works.signed(form, works.text, "atto.txt" + ending, works.president));
        seeds.addAll(Seed.in(Seed.shared("signatures/files"), ending));
        return seeds;
    }

    private List<Seed> stamps() throws IOException {
        byte[] content = Files.readAllBytes(works.text);
        byte[] signed = Files.readAllBytes(works.folder.resolve("one.txt.p7m"));
        Stamps stamps = works.stamps();
        return List.of(
                new Seed("atto.txt.tsr", stamps.answer(content)),
                new Seed("atto.txt.tst", stamps.token(content)),
                new Seed("one.txt.p7m.tsd", stamps.tsd(signed)),
                new Seed("one.txt.m7m", stamps.m7m(signed)));
    }

    private List<Seed> pdfs() throws IOException {
        return List.of(works.signed(SignatureForm.PADES, works.pdf(), "signed.pdf", works.president));
    }

    private List<Seed> prepared() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (SignatureForm form : List.of(SignatureForm.ASIC_E_XADES, SignatureForm.CADES_ENVELOPING)) {
            Path begun = works.folder.resolve("begun-" + form.code() + form.extension());
            works.signer(form).begin(works.text, begun, Task.none());
            seeds.add(new Seed(
                    form.code() + ".json",
                    works.signer(form)
                            .prepare(begun, works.president.certificateChain(), ROLE)
                            .toJson()));
        }
        return seeds;
    }
}
