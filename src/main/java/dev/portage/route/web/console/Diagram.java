package dev.portage.route.web.console;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Routes as XML, such that Hawtio draws them with the names of the nodes and their counts. It takes
 * a name for a label only where {@code customId} says that somebody chose it, and finds the counts
 * of a node by {@code _cid}; Camel 4 writes neither, and leaves out the prefix that a route gives
 * its nodes.
 */
final class Diagram {
  private Diagram() {}

  /** True for routes as XML. */
  static boolean isRoutes(Object value) {
    return value instanceof String text
        && (text.startsWith("<routes") || text.startsWith("<route "));
  }

  /**
   * The same with both attributes.
   *
   * @param routes one route, or several in one element
   * @throws IllegalArgumentException when it is no XML
   */
  static String named(String routes) {
    try {
      Document document =
          factory().newDocumentBuilder().parse(new InputSource(new StringReader(routes)));
      name(document.getDocumentElement(), "");
      StringWriter text = new StringWriter();
      writer().transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (Exception e) {
      throw new IllegalArgumentException("routes: are no XML; expected what Camel writes", e);
    }
  }

  private static DocumentBuilderFactory factory() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }

  private static Transformer writer() throws Exception {
    Transformer writer = TransformerFactory.newInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    return writer;
  }

  private static void name(Element element, String prefix) {
    String below = prefix;
    if (element.getTagName().equals("route")) {
      below = element.getAttribute("nodePrefixId");
    } else if (element.hasAttribute("id") && !element.getTagName().equals("from")) {
      element.setAttribute("customId", "true");
      element.setAttribute("_cid", prefix + element.getAttribute("id"));
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element inner) {
        name(inner, below);
      }
    }
  }
}
