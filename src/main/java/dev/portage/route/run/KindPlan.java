package dev.portage.route.run;

import dev.portage.config.Resource;
import dev.portage.mapping.PathParameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource and the names it goes by.
 *
 * @param position among the resources that run, from 0
 * @param slug of its route and bean; also what {@code ${body.slug}} in the routes reads
 * @param resource what it reads and maps
 * @param parameters the path parameters, each after those that its own endpoint needs
 */
public record KindPlan(int position, String slug, Resource resource, List<String> parameters) {

  /** A plan with its parameters put in order. */
  public static KindPlan of(int position, String slug, Resource resource) {
    List<String> ordered = new ArrayList<>();
    for (String name : resource.selector().request().template().placeholders()) {
      require(name, resource, ordered);
    }
    return new KindPlan(position, slug, resource, List.copyOf(ordered));
  }

  private static void require(String name, Resource resource, List<String> ordered) {
    if (ordered.contains(name)) {
      return;
    }
    for (String needed : parameter(resource, name).request().template().placeholders()) {
      require(needed, resource, ordered);
    }
    ordered.add(name);
  }

  private static PathParameter parameter(Resource resource, String name) {
    PathParameter parameter = resource.selector().pathParameters().get(name);
    if (parameter == null) {
      throw new IllegalStateException("no path parameter " + name + " for " + resource.kind());
    }
    return parameter;
  }

  /** Whether the route of the other one will do, wherever the resource stands in the mapping. */
  public boolean isSameAs(KindPlan other) {
    return slug.equals(other.slug) && resource.isSameAs(other.resource);
  }

  /** One of the parameters. */
  public PathParameter parameter(String name) {
    return parameter(resource, name);
  }

  /** The name of the route and bean of one of the parameters. */
  public String parameterSlug(String parameter) {
    return slug + "-" + Slug.readable(parameter);
  }

  /** The kinds of one lane run one after another, since they may write the same entities. */
  String lane() {
    return resource.literalBlueprint().orElse(resource.blueprintText());
  }
}
