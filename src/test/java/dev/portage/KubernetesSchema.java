package dev.portage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Checks documents against the classes that are generated from Kubernetes' schemas: no unknown
 * field, no value of another type.
 */
final class KubernetesSchema {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "v1 ConfigMap", ConfigMap.class,
          "v1 Secret", Secret.class,
          "v1 Service", Service.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "apps/v1 Deployment", Deployment.class,
          "batch/v1 CronJob", CronJob.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class);
  private static final ObjectMapper STRICT =
      JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

  private KubernetesSchema() {}

  /** Everything that is wrong with a document. */
  static List<String> complaints(JsonNode document) {
    String name = document.path("apiVersion").asText() + " " + document.path("kind").asText();
    Class<?> type = TYPES.get(name);
    if (type == null) {
      return List.of(name + " is not known here");
    }
    List<String> complaints = new ArrayList<>();
    try {
      look(STRICT.treeToValue(document, type), name, complaints);
    } catch (JsonProcessingException e) {
      complaints.add(e.getMessage());
    }
    return complaints;
  }

  /** A model puts fields that it does not know into a map of its own. */
  private static void look(Object value, String path, List<String> complaints) {
    if (value instanceof Collection<?> all) {
      all.forEach(one -> look(one, path + "[]", complaints));
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Method method : value.getClass().getMethods()) {
        if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
          Object inside = read(value, method);
          if (!method.getName().equals("getAdditionalProperties")) {
            look(inside, path + "." + method.getName().substring(3), complaints);
          } else if (inside instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
            complaints.add(path + ": unknown " + unknown.keySet());
          }
        }
      }
    }
  }

  private static Object read(Object value, Method method) {
    try {
      return method.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(method + ": " + e.getCause(), e);
    }
  }
}
