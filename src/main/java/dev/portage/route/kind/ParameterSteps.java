package dev.portage.route.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import dev.portage.mapping.Items;
import dev.portage.mapping.PathParameter;
import dev.portage.route.run.Page;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a {@code parameter} route: one page of the endpoint that lists the values of a path
 * parameter.
 */
public final class ParameterSteps {
  private final KindSteps kind;
  private final String name;

  ParameterSteps(KindSteps kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  private PathParameter parameter() {
    return kind.parameter(name);
  }

  /** The records of the page. */
  public Page dataPath(
      @Body ApiResponse response,
      @Variable("request") PageRequest request,
      @Variable("run") Run run) {
    Items items = request.itemsIn(parameter().dataPath(), response);
    doubt(run, request.said(items.doubt()));
    return new Page(items.items(), items.items().size(), response);
  }

  /** The request for the next page; not wanted after the last. */
  public PageRequest nextRequest(
      @Body Page page, @Variable("request") PageRequest request, @Variable("run") Run run) {
    return request.endpoint().next(request, page, kind.progress(run)::failed);
  }

  /** The values of the page, in order. */
  public List<String> values(@Body Page page, @Variable("run") Run run) {
    PathParameter parameter = parameter();
    List<String> values = new ArrayList<>(page.items().size());
    for (JsonNode record : page.items()) {
      PathParameter.Value value = parameter.value(record);
      doubt(run, value.doubt());
      if (value.text() != null) {
        values.add(value.text());
      }
    }
    return values;
  }

  private void doubt(Run run, @Nullable String doubt) {
    if (doubt != null) {
      kind.progress(run).doubt("path parameter " + name + ": " + doubt);
    }
  }
}
