// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.core.outcome.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * A requirement of the E-ARK specifications, kept as data in {@code requirements.txt}.
 *
 * @param id the specification's own name for it, such as {@code CSIP71}
 * @param weight FAIL for MUST, WARN for SHOULD
 * @param scope to which METS it applies
 * @param broken an XPath that finds what breaks it
 */
record Requirement(String id, Severity weight, String scope, String broken) {
    private static final Map<String, String> PREFIXES =
            Map.of("m", EArkLayout.METS_NAMESPACE, "x", EArkLayout.XLINK, "c", EArkLayout.CSIP);
    private static final List<Requirement> ALL = load();

    static List<Requirement> all() {
        return ALL;
    }

    /** What in a METS breaks the requirement; nothing where the METS is not in its scope. */
    Iterable<org.w3c.dom.Node> brokenIn(Document mets, Set<String> scopes) {
        if (!scopes.contains(scope)) {
            return List.of();
        }
        XPath path = XPathFactory.newDefaultInstance().newXPath();
        path.setNamespaceContext(new Prefixes());
        try {
            return path.evaluateExpression(broken, mets, XPathNodes.class);
        } catch (XPathExpressionException e) {
            throw new IllegalStateException("the requirement " + id + " is not written as XPath", e);
        }
    }

    private static List<Requirement> load() {
        try (InputStream in =
                Objects.requireNonNull(Requirement.class.getResourceAsStream("requirements.txt"), "requirements")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Requirement::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Requirement parse(String line) {
        String[] words = line.split(" ", 4);
        return new Requirement(words[0], words[1].equals("MUST") ? Severity.FAIL : Severity.WARN, words[2], words[3]);
    }

    /** The prefixes of the expressions. */
    private static final class Prefixes implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return PREFIXES.getOrDefault(prefix, "");
        }

        @Override
        public @Nullable String getPrefix(String namespace) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            return PREFIXES.keySet().iterator();
        }
    }
}
