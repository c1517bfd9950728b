package dev.harrier.kql.function;

import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as a dynamic value: elements are properties, attributes have {@code @} before their name. No entities, no DTD. */
final class XmlReading {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_DEPTH = 500;
    private static final XMLInputFactory FACTORY = factory();

    private XmlReading() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** {@code null} for what is too long, too deep or not XML. */
    static Dynamic read(String xml) {
        if (xml.isBlank() || xml.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml.strip()));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // What stands before the root element says nothing.
            }
            Map<String, Dynamic> root = new LinkedHashMap<>();
            root.put(reader.getLocalName(), element(reader, 0));
            while (reader.hasNext()) {
                reader.next();
            }
            return new Dynamic.Bag(root);
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static Dynamic element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MOST_DEPTH) {
            throw new XMLStreamException("too deep");
        }
        Map<String, List<Dynamic>> properties = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            add(properties, "@" + reader.getAttributeLocalName(i), scalar(reader.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                add(properties, name, element(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
            event = reader.next();
        }
        String content = text.toString().strip();
        if (properties.isEmpty()) {
            return content.isEmpty() ? null : scalar(content);
        }
        if (!content.isEmpty()) {
            add(properties, "#text", scalar(content));
        }
        return bag(properties);
    }

    private static void add(Map<String, List<Dynamic>> properties, String name, Dynamic value) {
        properties.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    private static Dynamic bag(Map<String, List<Dynamic>> properties) {
        Map<String, Dynamic> single = new LinkedHashMap<>();
        properties.forEach((name, values) -> single.put(name,
                values.size() == 1 ? values.getFirst() : new Dynamic.Array(values)));
        return new Dynamic.Bag(single);
    }

    /** A text that is a number in plain form becomes one. */
    private static Dynamic scalar(String text) {
        if (text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return new Dynamic.Int(Long.parseLong(text));
        }
        if (text.matches("-?(0|[1-9][0-9]{0,14})\\.[0-9]{1,15}")) {
            return new Dynamic.Real(Conversions.toReal(ScalarType.STRING, text));
        }
        return new Dynamic.Text(text);
    }
}
