package space.opensensor.rules;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What module.ivy, the module file of the MicroEJ build, says. */
final class ModuleIvy {

    private final Document document;

    private ModuleIvy(Document document) {
        this.document = document;
    }

    /** Parses a module file. */
    static ModuleIvy read(File file) {
        try {
            return new ModuleIvy(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file));
        } catch (Exception e) {
            throw new IllegalStateException(file.getName() + " is not well-formed: " + e.getMessage(), e);
        }
    }

    static ModuleIvy ofProduct() {
        return read(new File(Product.TOP, "module.ivy"));
    }

    /** @return revision by {@code organisation#name}. */
    Map<String, String> dependencies() {
        Map<String, String> revisions = new LinkedHashMap<String, String>();
        for (Element element : elements("dependency")) {
            revisions.put(element.getAttribute("org") + "#" + element.getAttribute("name"), element.getAttribute("rev"));
        }
        return revisions;
    }

    /** @return value of an {@code ea:property}, or null. */
    String property(String name) {
        for (Element element : elements("ea:property")) {
            if (element.getAttribute("name").equals(name)) {
                return element.getAttribute("value");
            }
        }
        return null;
    }

    /** @return attribute of the one element of that name. */
    String attribute(String element, String attribute) {
        return elements(element).get(0).getAttribute(attribute);
    }

    List<Element> elements(String name) {
        NodeList nodes = this.document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
