// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes, repacks and reads packages for the tests. */
final class Packages {
    static final String TOP = "c_z999-council-2026-0012";

    private Packages() {}

    static Path container(Path folder, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(7).nextBytes(content);
        return Files.write(folder.resolve("verbale.asice"), content);
    }

    static Path write(SignedMinutes signed, Path target, PackageForm form) throws IOException {
        return MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), new TestSeal(), target, form)
                .path();
    }

    /** A package as a folder, for a test to damage. */
    static Path folder(Path folder) throws IOException {
        return write(Sessions.ordinary(container(folder, 200_000)), folder.resolve("package"), PackageForm.DIRECTORY);
    }

    /** The folder itself, or the same files as a ZIP or TAR. */
    static Path as(PackageForm form, Path folder) throws IOException {
        return as(form, folder, TOP);
    }

    static Path as(PackageForm form, Path folder, String top) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        switch (form) {
            case DIRECTORY -> {
                return folder;
            }
            case ZIP -> {
                Path zip = folder.resolveSibling("package.zip");
                try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
                    for (Path file : files) {
                        add(out, top + "/" + folder.relativize(file), Files.readAllBytes(file));
                    }
                }
                return zip;
            }
            case TAR -> {
                Path tar = folder.resolveSibling("package.tar");
                try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
                    for (Path file : files) {
                        add(out, top + "/" + folder.relativize(file), Files.readAllBytes(file));
                    }
                }
                return tar;
            }
        }
        throw new IllegalArgumentException(form.toString());
    }

    static void add(TarArchiveOutputStream out, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    static void add(ZipArchiveOutputStream out, String name, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    static void seal(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("PIndex.xml.p7s"));
        new TestSeal().seal(folder.resolve("PIndex.xml"));
    }

    /** Changes a file as one would who means it: an index that holds its own digest gets it anew. */
    static void replace(Path file, String what, String by) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " does not contain " + what);
        }
        int own = text.lastIndexOf("<!-- SHA-256 of all before: ");
        byte[] changed =
                (own < 0 ? text : text.substring(0, own)).replace(what, by).getBytes(StandardCharsets.UTF_8);
        Files.write(file, own < 0 ? changed : SelfDigest.append(changed));
    }

    static List<String> findings(Report report) {
        return List.copyOf(new TreeSet<>(report.findings().stream()
                .map(finding -> finding.code() + " " + finding.where())
                .toList()));
    }

    static List<String> codes(Report report) {
        return List.copyOf(
                new TreeSet<>(report.findings().stream().map(Finding::code).toList()));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
