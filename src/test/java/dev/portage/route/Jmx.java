package dev.portage.route;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What an operator sees of a running Portage. */
public final class Jmx {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private Jmx() {}

  /** A counter of a node, such as {@code kind-teams/call-source}. */
  public static long node(String id, String attribute) {
    return (Long) attribute(named("processors", id), attribute);
  }

  /** An attribute of a route. */
  public static String route(String id, String attribute) {
    return String.valueOf(attribute(named("routes", id), attribute));
  }

  /** Invokes an operation of a route, such as {@code stop}. */
  static void operate(String route, String operation) {
    try {
      SERVER.invoke(named("routes", route), operation, new Object[0], new String[0]);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The route as XML, with its placeholders resolved. */
  public static String dump(ObjectName route) {
    try {
      return (String)
          SERVER.invoke(
              route, "dumpRouteAsXml", new Object[] {true}, new String[] {boolean.class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a route answers, as an operator asks it. */
  static <T> T request(String endpoint, Class<T> type) {
    try {
      ObjectName context = all("type=context,*").iterator().next();
      String[] signature = {String.class.getName(), Object.class.getName()};
      return type.cast(
          SERVER.invoke(context, "requestBody", new Object[] {endpoint, "go"}, signature));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ids of everything of a type: {@code routes}, {@code processors}. */
  public static Set<String> ids(String type) {
    return all("type=" + type + ",*").stream()
        .map(name -> ObjectName.unquote(name.getKeyProperty("name")))
        .collect(Collectors.toSet());
  }

  /** The names of all beans of Camel that fit. */
  public static Set<ObjectName> all(String pattern) {
    return SERVER.queryNames(name("org.apache.camel:" + pattern), null);
  }

  /** All attributes of a bean as text; of one that cannot be read, why. */
  public static Set<String> attributes(ObjectName bean) {
    try {
      return Arrays.stream(SERVER.getMBeanInfo(bean).getAttributes())
          .map(attribute -> attribute.getName() + "=" + shown(bean, attribute.getName()))
          .collect(Collectors.toSet());
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shown(ObjectName bean, String attribute) {
    try {
      return String.valueOf(SERVER.getAttribute(bean, attribute));
    } catch (JMException | RuntimeException e) {
      return e.toString();
    }
  }

  private static Object attribute(ObjectName bean, String attribute) {
    try {
      return SERVER.getAttribute(bean, attribute);
    } catch (JMException e) {
      throw new IllegalStateException(bean + " " + attribute, e);
    }
  }

  private static ObjectName named(String type, String id) {
    Set<ObjectName> found = all("type=" + type + ",name=" + ObjectName.quote(id) + ",*");
    if (found.size() != 1) {
      throw new IllegalStateException(type + " " + id + ": found " + found + "; expected one");
    }
    return found.iterator().next();
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
