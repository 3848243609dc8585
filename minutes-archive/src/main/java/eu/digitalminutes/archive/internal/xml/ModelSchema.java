// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.XMLConstants;

/** A {@link ContentModel} written as an XML schema of elements in no namespace. */
final class ModelSchema {
    private final ContentModel model;
    private final XmlOutput xml;

    private ModelSchema(ContentModel model, XmlOutput xml) {
        this.model = model;
        this.xml = xml;
    }

    static byte[] of(ContentModel model) {
        return XmlOutput.document("xs", XMLConstants.W3C_XML_SCHEMA_NS_URI, xml -> {
            xml.start("schema").bare("version", "1.0");
            new ModelSchema(model, xml).element("", model.root(), 1, 1);
            xml.end();
        });
    }

    private void element(String parent, String name, int least, int most) {
        xml.start("element").bare("name", name);
        if (!parent.isEmpty()) {
            occurs(least, most);
        }
        Optional<ContentModel.Rule> rule = model.rule(parent, name);
        if (rule.isEmpty()) {
            xml.bare("type", "xs:anyType");
        } else if (rule.get().any()) {
            xml.element(
                    "complexType",
                    type -> type.element(
                            "sequence",
                            sequence -> sequence.start("any")
                                    .bare("processContents", "lax")
                                    .bare("minOccurs", "0")
                                    .bare("maxOccurs", "unbounded")
                                    .end()));
        } else if (rule.get().text().isPresent()) {
            text(rule.get().text().get().pattern());
        } else {
            xml.element(
                    "complexType",
                    type -> type.element(
                            "sequence", any -> children(name, rule.get().children())));
        }
        xml.end();
    }

    private void children(String parent, List<ContentModel.Particle> particles) {
        for (ContentModel.Particle particle : particles) {
            if (particle.names().size() == 1) {
                element(parent, particle.names().iterator().next(), particle.least(), particle.most());
            } else {
                xml.start("choice");
                occurs(particle.least(), particle.most());
                for (String name : new TreeSet<>(particle.names())) {
                    element(parent, name, 1, 1);
                }
                xml.end();
            }
        }
    }

    private void text(String pattern) {
        xml.element("simpleType", type -> {
            type.start("restriction").bare("base", "xs:token");
            if (!pattern.equals(".*")) {
                type.start("pattern").bare("value", pattern).end();
            }
            type.end();
        });
    }

    private void occurs(int least, int most) {
        xml.bare("minOccurs", Integer.toString(least));
        xml.bare("maxOccurs", most == Integer.MAX_VALUE ? "unbounded" : Integer.toString(most));
    }
}
