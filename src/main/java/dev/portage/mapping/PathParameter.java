package dev.portage.mapping;

import dev.portage.http.EndpointRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a placeholder come from (contract, section 6.6).
 *
 * @param name of the placeholder
 * @param request to the endpoint that lists them; may hold placeholders itself
 * @param dataPath where the records lie
 * @param field gives the value of a record
 * @param filter must give true; null when every record counts
 */
public record PathParameter(
    String name,
    EndpointRequest request,
    DataPath dataPath,
    Expression field,
    @Nullable Expression filter) {}
