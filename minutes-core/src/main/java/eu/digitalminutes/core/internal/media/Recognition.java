// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Which reader a file is for, by its first bytes. */
final class Recognition {
    private static final Set<String> MP4 = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp");

    private Recognition() {}

    static Optional<Reader> reader(MediaBytes bytes, boolean deep) throws IOException {
        if (bytes.size() >= 8 && MP4.contains(bytes.name(4))) {
            return Optional.of(new Mp4Reader(deep));
        }
        if (bytes.says(0, "\u001aE\u00df\u00a3")) {
            return Optional.of(new MkvReader());
        }
        if (bytes.says(0, "OggS")) {
            return Optional.of(new OggReader());
        }
        if (bytes.says(Id3.end(bytes), "fLaC")) {
            return Optional.of(new FlacReader());
        }
        if (bytes.says(0, "\u0006\u000e+4\u0002\u0005\u0001\u0001\r\u0001\u0002")) {
            return Optional.of(new MxfReader());
        }
        if (bytes.says(0, "\0\0\u0001\u00ba")) {
            return Optional.of(new PsReader());
        }
        TsReader transport = TsReader.of(bytes);
        if (transport != null) {
            return Optional.of(transport);
        }
        Optional<Reader> chunked = chunked(bytes);
        return chunked.isPresent() ? chunked : Optional.ofNullable(FramesReader.of(bytes));
    }

    private static Optional<Reader> chunked(MediaBytes bytes) throws IOException {
        if (bytes.says(8, "WAVE") && (bytes.says(0, "RIFF") || bytes.says(0, "RF64") || bytes.says(0, "BW64"))) {
            return Optional.of(new WavReader());
        }
        if (bytes.says(8, "AVI ") && bytes.says(0, "RIFF")) {
            return Optional.of(new AviReader());
        }
        if (bytes.says(0, "FORM") && (bytes.says(8, "AIFF") || bytes.says(8, "AIFC"))) {
            return Optional.of(new AiffReader());
        }
        if (bytes.says(0, "riff") && bytes.says(24, "wave")) {
            return Optional.of(new W64Reader());
        }
        return Optional.empty();
    }
}
