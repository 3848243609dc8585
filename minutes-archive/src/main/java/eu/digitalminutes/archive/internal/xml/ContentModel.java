// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which elements, attributes and texts a standard prescribes, kept as data: one line for each element.
 *
 * <p>{@code name: child child? child* child+ (this|that) @attribute @attribute? @attribute=value|value #pattern}. A tilde
 * stands for a blank in a value, {@code ANY} for content that is not looked at here, {@code #} for any text. A line
 * {@code parent/name:} goes before a line {@code name:}.
 */
public final class ContentModel {
    private final String namespace;
    private final String root;
    private final Map<String, Rule> rules;

    private ContentModel(String namespace, String root, Map<String, Rule> rules) {
        this.namespace = namespace;
        this.root = root;
        this.rules = rules;
    }

    /** Reads a model that lies beside a class of the caller's, who opens it; the first line is the root. */
    public static ContentModel of(String namespace, InputStream resource) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (resource) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#") && colon > 0) {
                    rules.put(line.substring(0, colon), Rule.parse(line.substring(colon + 2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ContentModel(namespace, rules.keySet().iterator().next(), rules);
    }

    /** The model as an XML schema, for packages that bring the schemas of what they hold. */
    public byte[] schema() {
        return ModelSchema.of(this);
    }

    String namespace() {
        return namespace;
    }

    String root() {
        return root;
    }

    Optional<Rule> rule(String parent, String name) {
        Rule special = rules.get(parent + "/" + name);
        return Optional.ofNullable(special == null ? rules.get(name) : special);
    }

    /** What one element may hold. */
    record Rule(List<Particle> children, Map<String, Values> attributes, Optional<Pattern> text, boolean any) {
        static Rule parse(String line) {
            List<Particle> children = new ArrayList<>();
            Map<String, Values> attributes = new HashMap<>();
            Optional<Pattern> text = Optional.empty();
            boolean any = false;
            for (String token : line.strip().split(" +", -1)) {
                if (token.startsWith("@")) {
                    Values.parse(token.substring(1), attributes);
                } else if (token.startsWith("#")) {
                    String pattern = token.substring(1).replace('~', ' ');
                    text = Optional.of(Pattern.compile(pattern.isEmpty() ? ".*" : pattern, Pattern.DOTALL));
                } else if (token.equals("ANY")) {
                    any = true;
                } else {
                    children.add(Particle.parse(token));
                }
            }
            return new Rule(children, attributes, text, any);
        }
    }

    /** One place in the order of children. */
    record Particle(Set<String> names, int least, int most) {
        static Particle parse(String token) {
            char last = token.charAt(token.length() - 1);
            boolean counted = last == '?' || last == '*' || last == '+';
            String names = counted ? token.substring(0, token.length() - 1) : token;
            return new Particle(
                    Set.of(names.replaceAll("[()]", "").split("\\|", -1)),
                    last == '?' || last == '*' ? 0 : 1,
                    last == '*' || last == '+' ? Integer.MAX_VALUE : 1);
        }
    }

    /** Whether an attribute must be there, and the values that it may have; an empty set means all. */
    record Values(boolean required, Set<String> allowed) {
        static void parse(String token, Map<String, Values> attributes) {
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            Set<String> allowed = equals < 0
                    ? Set.of()
                    : Set.of(token.substring(equals + 1).replace('~', ' ').split("\\|", -1));
            boolean optional = name.endsWith("?");
            attributes.put(optional ? name.substring(0, name.length() - 1) : name, new Values(!optional, allowed));
        }
    }
}
