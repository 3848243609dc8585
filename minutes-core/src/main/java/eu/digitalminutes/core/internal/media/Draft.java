// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader has found out so far; filled by one reading and then only read. */
public final class Draft {
    private static final long LONGEST = 1L << 40;

    private final List<DraftTrack> tracks = new ArrayList<>();
    private final Map<Fault, String> faults = new EnumMap<>(Fault.class);
    private String form = "";
    private String variant = "";
    private double seconds = -1;
    private @Nullable Places places;

    /** The form, in the words of the test catalogue: {@code MP4}, {@code MKV}; empty if none is known. */
    public String form() {
        return form;
    }

    /** What tells kinds of one form apart: a brand, {@code RF64}, {@code bext}. */
    public String variant() {
        return variant;
    }

    /** The duration in seconds; negative if unknown. */
    public double seconds() {
        return seconds;
    }

    /** The tracks, in the file's order. */
    public List<DraftTrack> tracks() {
        return tracks;
    }

    /** Every fault with what was found, the first finding of each. */
    public Map<Fault, String> faults() {
        return faults;
    }

    /** Has the readers also say which bytes hold which time. */
    void seek(Places wanted) {
        places = wanted;
    }

    /** Whether somebody wants to know which bytes hold which time. */
    boolean seeks() {
        return places != null;
    }

    /** Some bytes hold some seconds. */
    void placed(long at, long count, double from, double to) {
        if (places != null) {
            places.placed(at, count, from, to);
        }
    }

    /** Some bytes hold some seconds, each as many as the next. */
    void placedEvenly(long at, long count, double lasting) {
        if (places != null) {
            places.placedEvenly(at, count, lasting);
        }
    }

    /** Bytes without which no other can be played. */
    void structure(long at, long end) {
        if (places != null) {
            places.structure(at, end);
        }
    }

    void form(String name) {
        form = name;
    }

    void variant(String name) {
        variant = name;
    }

    void fault(Fault fault, String found) {
        faults.putIfAbsent(fault, found);
    }

    boolean has(Fault fault) {
        return faults.containsKey(fault);
    }

    void lasts(double newSeconds) {
        if (newSeconds >= 0 && newSeconds < LONGEST) {
            seconds = newSeconds;
        }
    }

    /** The duration of so many units; unknown if the scale is. */
    void lasts(long units, long perSecond) {
        if (perSecond > 0 && units >= 0) {
            lasts(units / (double) perSecond);
        }
    }

    /** A longer duration wins. */
    void lastsAtLeast(double otherSeconds) {
        if (otherSeconds > seconds) {
            lasts(otherSeconds);
        }
    }

    DraftTrack track(DraftTrack.Kind kind, String codec) {
        DraftTrack track = new DraftTrack(kind, codec);
        tracks.add(track);
        return track;
    }

    boolean holds(DraftTrack.Kind kind) {
        return tracks.stream().anyMatch(track -> track.kind() == kind);
    }
}
