package dev.portage.route.observe;

import dev.portage.route.watch.KindListener;
import dev.portage.route.watch.KindWatch;
import dev.portage.route.watch.Watch;
import java.util.HashSet;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MBeans: one of the process, {@code dev.portage:type=process,name="portage"}, and one of each
 * kind, {@code dev.portage:type=kinds,name="SLUG"}, which comes and goes with its route. None where
 * Camel's JMX is switched off.
 */
public final class Beans implements KindListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Beans.class);

  private final @Nullable ManagementAgent agent;
  private final Watch watch;
  private final Set<ObjectName> registered = new HashSet<>();

  private Beans(@Nullable ManagementAgent agent, Watch watch) {
    this.agent = agent;
    this.watch = watch;
  }

  /** Shows the process now, and every kind from now on. */
  public static Beans show(CamelContext context, Watch watch) {
    Beans beans = new Beans(context.getManagementStrategy().getManagementAgent(), watch);
    beans.register("process", "portage", new ProcessBean(watch));
    watch.tell(beans);
    return beans;
  }

  @Override
  public void added(KindWatch kind) {
    register("kinds", kind.identity().slug(), new KindBean(watch, kind));
  }

  @Override
  public void removed(KindWatch kind) {
    unregister(name("kinds", kind.identity().slug()));
  }

  private synchronized void register(String type, String name, Object bean) {
    if (agent == null) {
      return;
    }
    try {
      ObjectName where = name(type, name);
      agent.register(bean, where, true);
      registered.add(where);
    } catch (JMException e) {
      LOG.warn("JMX does not show {} {}: {}", type, name, e.getMessage());
    }
  }

  private synchronized void unregister(ObjectName name) {
    if (agent == null) {
      return;
    }
    try {
      agent.unregister(name);
      registered.remove(name);
    } catch (JMException e) {
      LOG.warn("JMX goes on showing {}: {}", name, e.getMessage());
    }
  }

  private static ObjectName name(String type, String name) {
    try {
      return new ObjectName("dev.portage:type=" + type + ",name=" + ObjectName.quote(name));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    Set.copyOf(registered).forEach(this::unregister);
  }
}
