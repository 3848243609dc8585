// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.cms.EnvelopeWriter;
import eu.digitalminutes.signature.internal.cms.EnvelopedFile;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens signed files, whatever their form, and begins new ones. */
public final class SignedStores {
    /** The name of the XAdES signatures of a folder. */
    public static final String SIGNATURES = "signatures.xml";

    private static final int MAX_SIGNATURES = 32 << 20;
    /** The largest PDF that is signed and verified, in memory. */
    public static final int MAX_PDF = 256 << 20;

    private SignedStores() {}

    /**
     * Opens a signed file by what it is, not by its name.
     *
     * @param content where the files of detached signatures lie, if not beside them, by name
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code FORM_UNKNOWN} if it is none of the forms
     */
    public static SignedStore open(Path path, Map<String, Path> content) throws IOException {
        if (Files.isRegularFile(path)) {
            ContainerEnd.mend(path);
        }
        return opened(path, content);
    }

    /** Opens a signed file for reading alone: what an earlier stop has left is not mended. */
    public static SignedStore openUnchanged(Path path) throws IOException {
        return opened(path, Map.of());
    }

    private static SignedStore opened(Path path, Map<String, Path> content) throws IOException {
        if (Files.isDirectory(path)) {
            throw new MinutesException("FORM_UNKNOWN", path + " is a folder: name one of the signed files in it");
        }
        byte[] head = new byte[5];
        int length;
        try (InputStream in = Files.newInputStream(path)) {
            length = in.readNBytes(head, 0, head.length);
        }
        if (length < head.length) {
            throw unknown(path);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4")) {
            return asic(path);
        } else if (start.startsWith("%PDF-")) {
            return new PdfStore(path);
        } else if (head[0] == 0x30) {
            return cms(path);
        } else if (start.strip().startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) {
            return new DetachedXmlStore(path, List.of(), content);
        }
        throw unknown(path);
    }

    /**
     * Opens a signed file, or every signed file of a folder of minutes, the one of the facts first.
     *
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code FORM_UNKNOWN} if it is none of the forms, {@code NOT_SIGNED_YET} if the
     *     folder holds no signatures
     */
    public static List<SignedStore> openAll(Path path) throws IOException {
        return all(path, one -> open(one, Map.of()));
    }

    /** The same for reading alone. */
    public static List<SignedStore> openAllUnchanged(Path path) throws IOException {
        return all(path, SignedStores::openUnchanged);
    }

    private interface Opener {
        SignedStore open(Path path) throws IOException;
    }

    private static List<SignedStore> all(Path path, Opener opener) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(opener.open(path));
        }
        if (Files.exists(path.resolve(SIGNATURES))) {
            return List.of(opener.open(path.resolve(SIGNATURES)));
        }
        boolean minutes = Files.exists(path.resolve(Minutes.FILE_NAME + ".p7m"))
                || Files.exists(path.resolve(Minutes.FILE_NAME + ".p7s"));
        if (!minutes) {
            throw new MinutesException(
                    "NOT_SIGNED_YET",
                    path + " is a folder without signed minutes (minutes.json.p7m or .p7s, or signatures.xml): name a"
                            + " signed file");
        }
        List<SignedStore> stores = new ArrayList<>();
        try (DirectoryStream<Path> signed = Files.newDirectoryStream(path, "*.{p7m,p7s}")) {
            for (Path one : signed) {
                stores.add(opener.open(one));
            }
        }
        Comparator<SignedStore> factsFirst =
                Comparator.comparing(store -> !inner(store.path()).equals(Minutes.FILE_NAME));
        stores.sort(factsFirst.thenComparing(SignedStore::path));
        return stores;
    }

    /** Whether a container says of itself that it holds one file. */
    public static boolean isSimple(ContainerFile container) throws IOException {
        Optional<Entry> type = container.entry("mimetype");
        return type.isPresent()
                && type.get().bytes() <= 100
                && new String(container.bytes(type.get(), 100), StandardCharsets.US_ASCII)
                        .strip()
                        .equals(SignedContainer.ASIC_S);
    }

    private static SignedStore asic(Path path) throws IOException {
        try (ContainerFile container = ContainerFile.open(path)) {
            boolean simple = isSimple(container);
            boolean cades = container.entries().stream().anyMatch(entry -> AsicContents.isSignature(entry.name()));
            if (simple) {
                return new AsicSimpleStore(path, null);
            }
            // Nobody may have signed yet: then the manifest tells, which only containers with XAdES have.
            boolean xades = container.entry(SignedContainer.MANIFEST).isPresent()
                    || container.entries().stream().anyMatch(entry -> AsicContents.isXmlSignatures(entry.name()));
            return cades || !xades ? new AsicCadesStore(path, List.of()) : new AsicXadesStore(path, List.of());
        }
    }

    private static SignedStore cms(Path path) throws IOException {
        EnvelopeWriter.mend(path);
        try (EnvelopedFile file = EnvelopedFile.open(path)) {
            return new EnvelopingStore(path, null);
        } catch (MinutesException e) {
            if (e.code().equals("CONTENT_NOT_INSIDE")) {
                return new DetachedCmsStore(path, null);
            }
            throw e;
        }
    }

    /** A container of several files that has been written and waits for its first signature. */
    public static SignedStore container(Path path, SignatureForm form, List<ContainedFile> files) {
        return switch (form) {
            case ASIC_E_XADES -> new AsicXadesStore(path, files);
            case ASIC_E_CADES -> new AsicCadesStore(path, files);
            default -> throw SignedStore.unsupported(form, "does not hold several files");
        };
    }

    /**
     * XAdES signatures over files that stay where they are, to be written to an empty file.
     *
     * @param content where the files lie that are not beside it, by name
     */
    public static SignedStore detached(Path path, List<ContainedFile> files, Map<String, Path> content) {
        return new DetachedXmlStore(path, files, content);
    }

    /**
     * Begins a signed file for one other file, which is read once, in a file that is empty; nobody has signed it then.
     *
     * @param name the name of the content
     */
    public static SignedStore begin(Path path, SignatureForm form, Path content, String name, Task task)
            throws IOException {
        switch (form) {
            case CADES_ENVELOPING -> {
                return EnvelopingStore.create(path, content, name, task);
            }
            case ASIC_S_CADES -> {
                return AsicSimpleStore.create(path, content, name, task);
            }
            case CADES_DETACHED -> {
                return DetachedCmsStore.create(path, described(content, name, task));
            }
            case XADES_DETACHED -> {
                return DetachedXmlStore.create(path, described(content, name, task), content);
            }
            case PADES -> {
                return PdfStore.create(path, content);
            }
            case ASIC_E_XADES, ASIC_E_CADES -> {
                return asicE(path, form, content, name, task);
            }
        }
        throw new IllegalStateException("a form without a beginning: " + form);
    }

    private static SignedStore asicE(Path path, SignatureForm form, Path content, String name, Task task)
            throws IOException {
        try (ContainerWriter container = ContainerWriter.create(path)) {
            container.add("mimetype", SignedContainer.ASIC_E.getBytes(StandardCharsets.US_ASCII));
            ContainedFile file =
                    new ContainedFile(name, SignedContainer.mediaType(name), container.add(name, content, task));
            if (form == SignatureForm.ASIC_E_XADES) {
                container.add(SignedContainer.MANIFEST, SignedContainer.manifest(List.of(file)));
            }
            container.finish();
            return container(path, form, List.of(file));
        }
    }

    private static ContainedFile described(Path content, String name, Task task) throws IOException {
        Fingerprint fingerprint = Fingerprinter.fingerprint(content, task);
        return new ContainedFile(name, SignedContainer.mediaType(name), fingerprint);
    }

    /** The name of what is inside an envelope, or beside a signature. */
    public static String inner(Path signed) {
        String name = String.valueOf(signed.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        boolean known = lower.endsWith(".p7m") || lower.endsWith(".p7s") || lower.endsWith(".xml");
        return known && name.length() > 4 ? name.substring(0, name.length() - 4) : name + ".content";
    }

    /** A file beside a signature, never one that a name leads out to. */
    public static Path beside(Path signed, String name) {
        if (name.contains("/") || name.contains("\\") || name.contains(":") || name.equals("..")) {
            throw new MinutesException(
                    "NAME_LEADS_OUT", signed + " is over \"" + name + "\", which is not the name of a file beside it");
        }
        return signed.toAbsolutePath().resolveSibling(name);
    }

    /** The bytes of a file that holds nothing but signatures. */
    public static byte[] small(Path path) throws IOException {
        if (Files.size(path) > MAX_SIGNATURES) {
            throw new MinutesException("SIGNATURES_MALFORMED", path + " is too large for a file of signatures");
        }
        return Files.readAllBytes(path);
    }

    /** The bytes of a PDF. */
    public static byte[] pdf(Path path) throws IOException {
        if (Files.size(path) > MAX_PDF) {
            throw new MinutesException(
                    "PDF_TOO_LARGE",
                    path + " has " + Files.size(path) + " bytes; a PDF is signed in memory, up to " + MAX_PDF
                            + ": use the form p7m or asice");
        }
        return Files.readAllBytes(path);
    }

    private static MinutesException unknown(Path path) {
        return new MinutesException(
                "FORM_UNKNOWN",
                path + " is no signed file: neither an ASiC, nor a CMS (.p7m, .p7s in DER or BER), nor XML, nor a PDF");
    }
}
