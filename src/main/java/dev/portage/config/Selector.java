package dev.portage.config;

import dev.portage.http.EndpointRequest;
import dev.portage.mapping.DataPath;
import dev.portage.mapping.PathParameter;
import dev.portage.pagination.Pagination;
import dev.portage.trigger.Schedule;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource reads (contract, section 8.1), the installation's settings already in place where
 * it sets none.
 *
 * @param query the jq text of the filter, after the single quotes were read; {@code true} when the
 *     mapping has none
 * @param request to the endpoint
 * @param dataPath where the items lie
 * @param pathParameters one for each placeholder of the endpoint and of the parameters' own
 *     endpoints
 * @param pagination of this resource and of its path parameters
 * @param timeout of one request
 * @param maxConcurrentRequests requests in flight for this resource; at least 1
 * @param schedule when the resource runs besides full resyncs; null when it does not
 */
public record Selector(
    String query,
    EndpointRequest request,
    DataPath dataPath,
    Map<String, PathParameter> pathParameters,
    Pagination pagination,
    Duration timeout,
    int maxConcurrentRequests,
    @Nullable Schedule schedule) {}
