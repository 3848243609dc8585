// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a document of a stranger. */
final class AknNode {
    private final String namespace;
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    AknNode(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(AknNode child) {
        children.add(child);
    }

    void add(String words) {
        children.add(words);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    boolean is(String element) {
        return name.equals(element);
    }

    /** An attribute without white space around it; empty where it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** An eId as the schema wants it: without white space. */
    String id() {
        return attribute("eId").replaceAll("\\s+", "_");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Words and elements, in order. */
    List<Object> children() {
        return Collections.unmodifiableList(children);
    }

    List<AknNode> elements() {
        return children.stream()
                .filter(AknNode.class::isInstance)
                .map(AknNode.class::cast)
                .toList();
    }

    List<AknNode> elements(String element) {
        return elements().stream().filter(child -> child.is(element)).toList();
    }

    /** The element at the end of a path; the first of each name. */
    Optional<AknNode> at(String... path) {
        Optional<AknNode> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(node -> node.elements(step).stream().findFirst());
        }
        return found;
    }

    /** All words in it. */
    String text() {
        StringBuilder words = new StringBuilder();
        collect(words);
        return words.toString();
    }

    private void collect(StringBuilder words) {
        for (Object child : children) {
            if (child instanceof AknNode node) {
                node.collect(words);
            } else {
                words.append(child);
            }
        }
    }
}
