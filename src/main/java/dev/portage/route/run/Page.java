package dev.portage.route.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import java.util.List;

/**
 * A page that was read.
 *
 * @param items after the data path and itemsToParse; public so that the routes may name it
 * @param counted how long the page is for the pagination: what the data path gave; where the whole
 *     body is the one item, what itemsToParse made of it
 * @param response the whole answer, which tells whether there is more
 */
public record Page(List<JsonNode> items, int counted, ApiResponse response) {}
