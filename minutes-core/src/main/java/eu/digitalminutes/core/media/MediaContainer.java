// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import java.util.Locale;
import java.util.Set;

/** The form of a media file (<i>formato contenitore</i>), recognised by its content. */
public enum MediaContainer {
    /** MP4, M4A, 3GP. */
    MP4("video/mp4", "audio/mp4", "mp4", "m4a", "m4v", "3gp", "3g2", "mp4v", "m4b"),
    /** QuickTime. */
    MOV("video/quicktime", "video/quicktime", "mov", "qt"),
    /** Matroska. */
    MKV("video/x-matroska", "audio/x-matroska", "mkv", "mka", "mks"),
    /** WebM. */
    WEBM("video/webm", "audio/webm", "webm", "weba"),
    /** WAV, BWF and RF64. */
    WAV("audio/wave", "audio/wave", "wav", "wave", "bwf", "rf64"),
    /** Sony Wave64. */
    W64("audio/x-w64", "audio/x-w64", "w64"),
    /** FLAC. */
    FLAC("audio/flac", "audio/flac", "flac"),
    /** MPEG audio, layer III. */
    MP3("audio/mpeg", "audio/mpeg", "mp3"),
    /** Ogg with Vorbis, Opus or other codecs. */
    OGG("video/ogg", "audio/ogg", "ogg", "oga", "ogv", "opus", "spx"),
    /** MPEG-2 transport stream. */
    TS("video/MP2T", "video/MP2T", "ts", "m2ts", "mts", "m2t"),
    /** MPEG program stream. */
    PS("video/MP2P", "video/MP2P", "mpg", "mpeg", "vob", "m2p"),
    /** Material Exchange Format. */
    MXF("application/mxf", "application/mxf", "mxf"),
    /** Audio Video Interleave. */
    AVI("video/avi", "video/avi", "avi"),
    /** AIFF and AIFF-C. */
    AIFF("audio/aiff", "audio/aiff", "aif", "aiff", "aifc"),
    /** AAC frames without a container. */
    ADTS("audio/aac", "audio/aac", "aac"),
    /** None of these. */
    NONE("application/octet-stream", "application/octet-stream");

    private final String video;
    private final String audio;
    private final Set<String> extensions;

    MediaContainer(String video, String audio, String... extensions) {
        this.video = video;
        this.audio = audio;
        this.extensions = Set.of(extensions);
    }

    String mediaType(boolean pictures) {
        return pictures ? video : audio;
    }

    /** Whether a file of this form may end like that. */
    boolean fits(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return this == NONE || extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
