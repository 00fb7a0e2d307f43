package dev.portage.route.web.console;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Routes as XML, such that Hawtio draws them with the names of the nodes and their counts. It takes
 * a name for a label only where {@code customId} says that somebody chose it, and finds the counts
 * of a node by {@code _cid}; Camel 4 writes neither, and leaves out the prefix that a route gives
 * its nodes. Hawtio finds a route as the first element with its id, so a node that is called like a
 * route gets the prefix of its own route here. What an expression says it writes behind the name,
 * so one that only names the bean behind the node is left out where all routes are drawn: the node
 * is called like the bean's method.
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
      Element root = document.getDocumentElement();
      name(root, "", ids(root));
      if (root.getTagName().equals("routes")) {
        shorten(root);
      }
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

  private static Set<String> ids(Element routes) {
    Set<String> ids = new HashSet<>();
    for (Element route : elements(routes)) {
      if (route.getTagName().equals("route")) {
        ids.add(route.getAttribute("id"));
      }
    }
    return ids;
  }

  private static void name(Element element, String prefix, Set<String> routes) {
    String below = prefix;
    String id = element.getAttribute("id");
    if (element.getTagName().equals("route")) {
      below = element.getAttribute("nodePrefixId");
    } else if (!id.isEmpty() && !element.getTagName().equals("from")) {
      element.setAttribute("customId", "true");
      element.setAttribute("_cid", prefix + id);
      element.setAttribute("id", routes.contains(id) ? prefix + id : id);
    }
    for (Element inner : elements(element)) {
      name(inner, below, routes);
    }
  }

  private static void shorten(Element element) {
    for (Element inner : elements(element)) {
      if (isReference(inner)) {
        element.removeChild(inner);
      } else {
        shorten(inner);
      }
    }
  }

  private static boolean isReference(Element element) {
    return element.getTagName().equals("method")
        || (element.getTagName().equals("jq")
            && element.getTextContent().startsWith("resource:ref:"));
  }

  private static List<Element> elements(Element parent) {
    NodeList children = parent.getChildNodes();
    return IntStream.range(0, children.getLength())
        .mapToObj(children::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
