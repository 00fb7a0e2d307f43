package dev.portage.route.web.console;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jolokia.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Routes as XML with their placeholders resolved. Camel leaves them as they are unless it is told
 * otherwise; Hawtio does not tell it, and would draw {@code direct:kind-{{kind}}}.
 */
final class Dump {
  private static final Object[] RESOLVED = {true};
  private static final String[] SIGNATURE = {boolean.class.getName()};

  private Dump() {}

  /**
   * What an operation without arguments should have answered.
   *
   * @param routes what it did answer, which stands when the caller gave arguments
   * @param request as Jolokia repeats it
   */
  static String resolved(String routes, @Nullable Object request) {
    if (!(request instanceof JSONObject asked) || asked.containsKey("arguments")) {
      return routes;
    }
    try {
      ObjectName bean = new ObjectName(String.valueOf(asked.get("mbean")));
      String operation = String.valueOf(asked.get("operation")).replace("()", "");
      return (String)
          ManagementFactory.getPlatformMBeanServer().invoke(bean, operation, RESOLVED, SIGNATURE);
    } catch (JMException e) {
      // A route that is gone by now; what was read a moment ago is still an answer.
      return routes;
    }
  }
}
