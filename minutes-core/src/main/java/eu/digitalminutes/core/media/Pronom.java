// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import java.util.List;
import java.util.Optional;

/**
 * The identifiers of The National Archives' register of formats.
 *
 * @see <a href="https://www.nationalarchives.gov.uk/pronom/">PRONOM</a>
 */
final class Pronom {
    private Pronom() {}

    static Optional<String> id(MediaContainer container, String variant, List<MediaTrack> tracks) {
        String codec = tracks.stream()
                .filter(track -> track.kind() == TrackKind.AUDIO)
                .map(MediaTrack::codec)
                .findFirst()
                .orElse("");
        return switch (container) {
            case MP4 -> Optional.of(mp4(variant, codec, tracks));
            case MOV -> Optional.of("x-fmt/384");
            case MKV -> Optional.of("fmt/569");
            case WEBM -> Optional.of("fmt/573");
            case WAV -> Optional.of(wave(variant, codec));
            case W64 -> Optional.of("fmt/951");
            case FLAC -> Optional.of("fmt/279");
            case MP3 -> Optional.of("fmt/134");
            case OGG -> Optional.of(ogg(codec, tracks));
            case TS -> Optional.of(variant.equals("192") ? "fmt/1055" : "fmt/585");
            case PS -> Optional.of("x-fmt/386");
            case MXF -> variant.equals("OP1a") ? Optional.of("fmt/200") : Optional.empty();
            case AVI -> Optional.of("fmt/5");
            case AIFF -> Optional.of(variant.equals("AIFC") ? "x-fmt/136" : "fmt/414");
            case ADTS, NONE -> Optional.empty();
        };
    }

    private static String mp4(String brand, String codec, List<MediaTrack> tracks) {
        if (brand.startsWith("3gp")) {
            return "fmt/357";
        }
        return codec.equals("alac") && tracks.size() == 1 ? "fmt/596" : "fmt/199";
    }

    private static String wave(String variant, String codec) {
        boolean pcm = codec.startsWith("pcm_s") || codec.equals("pcm_u8");
        return switch (variant) {
            case "RF64" -> "fmt/712";
            case "RF64/bext" -> "fmt/713";
            case "bext/0" -> pcm ? "fmt/703" : "fmt/1";
            case "bext/1" -> pcm ? "fmt/704" : "fmt/2";
            case "bext/2" -> pcm ? "fmt/705" : "fmt/527";
            case "extensible" -> "fmt/143";
            default -> pcm ? "fmt/141" : "fmt/142";
        };
    }

    private static String ogg(String codec, List<MediaTrack> tracks) {
        if (tracks.stream().anyMatch(track -> track.kind() == TrackKind.VIDEO)) {
            return "fmt/945";
        }
        return switch (codec) {
            case "vorbis" -> "fmt/203";
            case "opus" -> "fmt/946";
            case "flac" -> "fmt/947";
            default -> "fmt/944";
        };
    }
}
