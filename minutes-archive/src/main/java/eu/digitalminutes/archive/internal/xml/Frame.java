// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An element that is being read, and how far its children have followed the model. */
final class Frame {
    final String name;
    final String path;
    final String where;
    final StringBuilder text = new StringBuilder();
    Map<String, String> attributes = Map.of();
    ContentModel.@Nullable Rule rule;

    private final Map<String, Integer> places = new HashMap<>();
    private int particle;
    private int count;

    Frame(String root) {
        name = root;
        path = root;
        where = "/" + root;
    }

    Frame(String name, Frame parent) {
        this.name = name;
        this.path = parent.path + "/" + name;
        this.where = parent.where + "/" + name + "[" + parent.places.merge(name, 1, Integer::sum) + "]";
    }

    /** Whether a child may come now; tells of what should have come before it. */
    boolean accepts(String child, Consumer<String> missing) {
        List<ContentModel.Particle> particles = particles();
        for (int i = particle; i < particles.size(); i++) {
            ContentModel.Particle candidate = particles.get(i);
            if (candidate.names().contains(child)) {
                if (i == particle && count >= candidate.most()) {
                    return false;
                }
                for (int skipped = particle; skipped < i; skipped++) {
                    tell(skipped, missing);
                    count = 0;
                }
                particle = i;
                count++;
                return true;
            }
        }
        return false;
    }

    /** Tells of what should still have come. */
    void finish(Consumer<String> missing) {
        for (int i = particle; i < particles().size(); i++) {
            tell(i, missing);
            count = 0;
        }
    }

    private void tell(int index, Consumer<String> missing) {
        ContentModel.Particle skipped = particles().get(index);
        if (count < skipped.least()) {
            missing.accept(String.join(" | ", skipped.names().stream().sorted().toList()));
        }
    }

    private List<ContentModel.Particle> particles() {
        return rule == null ? List.of() : rule.children();
    }
}
