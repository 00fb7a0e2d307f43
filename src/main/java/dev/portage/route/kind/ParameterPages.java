package dev.portage.route.kind;

import dev.portage.config.SourceSettings;
import dev.portage.http.EndpointRequest;
import dev.portage.route.run.Endpoint;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Reads the values of a path parameter page by page through its route, each page when it is needed.
 */
final class ParameterPages {
  private final ProducerTemplate template;
  private final SourceSettings source;

  ParameterPages(ProducerTemplate template, SourceSettings source) {
    this.template = template;
    this.source = source;
  }

  /** The pages of values of one parameter. */
  Iterator<List<String>> of(Run run, KindPlan plan, Discovery.Step step) {
    EndpointRequest request = plan.parameter(step.name()).request();
    Endpoint endpoint = Endpoint.of(run, source, plan, request, step.values());
    return new Pages(
        run, "direct:parameter-" + plan.parameterSlug(step.name()), endpoint.firstPage());
  }

  private final class Pages implements Iterator<List<String>> {
    private final Run run;
    private final String route;
    private PageRequest request;

    Pages(Run run, String route, PageRequest first) {
      this.run = run;
      this.route = route;
      this.request = first;
    }

    @Override
    public boolean hasNext() {
      return request.isWanted();
    }

    @Override
    public List<String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Exchange page =
          template.send(
              route,
              exchange -> {
                exchange.setVariable("run", run);
                exchange.setVariable("request", request);
              });
      if (page.getException() != null) {
        throw new DiscoveryFailed(page.getException());
      }
      request = page.getVariable("request", PageRequest.class);
      return Values.in(page);
    }
  }

  /** The values that the route left in the body. */
  private static final class Values {
    @SuppressWarnings("unchecked") // the last step of the route gives a list of texts
    static List<String> in(Exchange page) {
      return page.getMessage().getBody(List.class);
    }
  }
}
