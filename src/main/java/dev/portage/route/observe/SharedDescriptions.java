package dev.portage.route.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.InvalidTargetObjectTypeException;
import javax.management.modelmbean.ModelMBean;
import javax.management.modelmbean.ModelMBeanInfo;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedInstance;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.api.management.NotificationSenderAware;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;
import org.apache.camel.support.management.MixinRequiredModelMBean;

/**
 * Camel's MBeans, the attributes and operations of which are described once for each class. Camel
 * does so for each of some three hundred objects, an eighth of the processor time of a start.
 */
public final class SharedDescriptions extends DefaultManagementMBeanAssembler {
  private final Map<Class<?>, ModelMBeanInfo> descriptions = new ConcurrentHashMap<>();

  private SharedDescriptions(CamelContext context) {
    super(context);
  }

  /** Makes the context use it; to be called before the context starts. */
  public static void in(CamelContext context) {
    context.getCamelContextExtension().setManagementMBeanAssembler(new SharedDescriptions(context));
  }

  /**
   * The MBean of an object.
   *
   * @throws JMException when its class cannot be described
   */
  @Override
  public ModelMBean assemble(MBeanServer server, Object object, ObjectName name)
      throws JMException {
    if (object instanceof NotificationSenderAware || describesItself(object)) {
      return super.assemble(server, object, name);
    }
    ModelMBeanInfo description = descriptions.get(object.getClass());
    if (description == null) {
      String of = object.getClass().getName();
      description = assembler.getMBeanInfo(camelContext, object, null, of);
      descriptions.put(object.getClass(), description);
    }
    boolean mask =
        Boolean.TRUE.equals(camelContext.getManagementStrategy().getManagementAgent().getMask());
    try {
      ModelMBean bean = new MixinRequiredModelMBean(description, mask, null, null);
      bean.setManagedResource(object, "ObjectReference");
      return bean;
    } catch (InvalidTargetObjectTypeException e) {
      throw new JMException(e.getMessage());
    }
  }

  /** What has a description beside that of the class that manages it. */
  private static boolean describesItself(Object object) {
    return object instanceof ManagedInstance managed
        && managed.getInstance() != null
        && managed.getInstance().getClass().isAnnotationPresent(ManagedResource.class);
  }
}
