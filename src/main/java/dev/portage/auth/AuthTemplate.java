package dev.portage.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Where the answer of a login goes: texts that may hold {@code {{.path}}} (contract, section 6.9).
 *
 * @param headers by name
 * @param queryParams by name
 * @param body merged into a JSON body
 */
public record AuthTemplate(
    Map<String, String> headers, Map<String, String> queryParams, ObjectNode body) {}
