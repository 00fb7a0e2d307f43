package dev.portage.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an item becomes an entity (contract, sections 8.1 and 8.3). A component that is null is not
 * sent at all.
 *
 * @param identifier a program or a search query
 * @param blueprint gives the identifier of the blueprint
 * @param properties by name, in the order of the mapping
 * @param relations by name, in the order of the mapping
 */
public record EntityMapping(
    FieldValue identifier,
    Expression blueprint,
    @Nullable Expression title,
    @Nullable Expression icon,
    @Nullable FieldValue team,
    Map<String, Expression> properties,
    Map<String, FieldValue> relations) {}
