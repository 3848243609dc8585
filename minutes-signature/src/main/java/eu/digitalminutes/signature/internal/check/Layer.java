// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One level of a signed file: what its signatures and time stamps are over, and the levels inside of that.
 *
 * @param name the file that this level is, as the level around it names it
 * @param format the form, as reports name it
 * @param declaration what a container says of itself
 * @param files what is signed or lies with it, as it really is, by name, in order
 * @param damaged the files that are not as their container declares
 * @param strangers names in the container's own folder that belong to nothing known
 * @param trees the trees beside recordings, by the name of the recording
 * @param excerpt what it holds of a recording, if it is an excerpt
 * @param elsewhere names of what is signed and was not read, be its digest given or not
 * @param signatures every signature of this level
 * @param timestamps those that belong to no signature
 * @param stamped the files that those are over
 * @param findings what was seen while it was read
 * @param inside the levels inside its files
 */
public record Layer(
        String name,
        String format,
        Declaration declaration,
        Map<String, Fingerprint> files,
        List<String> damaged,
        List<String> strangers,
        Map<String, RecordingTree> trees,
        @Nullable ExcerptFacts excerpt,
        Set<String> elsewhere,
        List<VerifiedSignature> signatures,
        List<VerifiedTimestamp> timestamps,
        Set<String> stamped,
        List<Finding> findings,
        List<Layer> inside) {

    /** What a container says of itself by its file {@code mimetype}. */
    public enum Declaration {
        /** First and uncompressed, as it must; or it is no container. */
        FIRST,
        /** It says so where not every program looks. */
        MISPLACED,
        /** Nothing, or something else. */
        NONE
    }

    /** Begins to describe a level. */
    public static Draft of(String name, String format) {
        return new Draft(name, format);
    }

    /** This level and all inside, outermost first. */
    public Stream<Layer> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Layer::all));
    }

    /** How many levels with signatures lie in each other. */
    public int levels() {
        return (signatures.isEmpty() ? 0 : 1)
                + inside.stream().mapToInt(Layer::levels).max().orElse(0);
    }

    /** Describes a level, piece by piece. Not for several threads. */
    public static final class Draft {
        private final String name;
        private final String format;
        private Declaration declaration = Declaration.FIRST;
        private final Map<String, Fingerprint> files = new LinkedHashMap<>();
        private final List<String> damaged = new ArrayList<>();
        private final List<String> strangers = new ArrayList<>();
        private final Map<String, RecordingTree> trees = new LinkedHashMap<>();
        private @Nullable ExcerptFacts excerpt;
        private final Set<String> elsewhere = new LinkedHashSet<>();
        private final List<VerifiedSignature> signatures = new ArrayList<>();
        private final List<VerifiedTimestamp> timestamps = new ArrayList<>();
        private final Set<String> stamped = new LinkedHashSet<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Layer> inside = new ArrayList<>();

        private Draft(String name, String format) {
            this.name = name;
            this.format = format;
        }

        /** What the container says of itself. */
        public Draft declaration(Declaration said) {
            declaration = said;
            return this;
        }

        /** A file that was read. */
        public Draft file(String file, Fingerprint fingerprint) {
            files.put(file, fingerprint);
            return this;
        }

        /** A file that is not as its container declares. */
        public Draft damaged(String file) {
            damaged.add(file);
            return this;
        }

        /** Names that belong to nothing known. */
        public Draft strangers(List<String> names) {
            strangers.addAll(names);
            return this;
        }

        /** The trees beside recordings, by the name of the recording. */
        public Draft trees(Map<String, RecordingTree> some) {
            trees.putAll(some);
            return this;
        }

        /** It is an excerpt. */
        public Draft excerpt(ExcerptFacts held) {
            excerpt = held;
            return this;
        }

        /** What was not read. */
        public Draft elsewhere(String file) {
            elsewhere.add(file);
            return this;
        }

        /** Signatures. */
        public Draft signatures(List<VerifiedSignature> some) {
            signatures.addAll(some);
            return this;
        }

        /** Time stamps that belong to no signature, with the files that they are over. */
        public Draft timestamps(List<VerifiedTimestamp> some, Set<String> over) {
            timestamps.addAll(some);
            stamped.addAll(over);
            return this;
        }

        /** Something that was seen. */
        public Draft finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** A level inside one of the files. */
        public Draft inside(Layer layer) {
            inside.add(layer);
            return this;
        }

        /** Everything of another level, as if it were this one. */
        public Draft with(Layer other) {
            files.putAll(other.files());
            damaged.addAll(other.damaged());
            strangers.addAll(other.strangers());
            trees.putAll(other.trees());
            elsewhere.addAll(other.elsewhere());
            signatures.addAll(other.signatures());
            timestamps.addAll(other.timestamps());
            stamped.addAll(other.stamped());
            findings.addAll(other.findings());
            inside.addAll(other.inside());
            return this;
        }

        /** The level. */
        public Layer build() {
            return new Layer(
                    name,
                    format,
                    declaration,
                    files,
                    damaged,
                    strangers,
                    trees,
                    excerpt,
                    elsewhere,
                    signatures,
                    timestamps,
                    stamped,
                    findings,
                    inside);
        }
    }
}
