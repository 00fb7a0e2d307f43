package dev.portage.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.config.Findings.Severity;
import dev.portage.http.EndpointRequest;
import dev.portage.mapping.DataPath;
import dev.portage.mapping.ItemsToParse;
import dev.portage.trigger.Schedule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code resources} (contract, section 8.1). */
final class ResourceReader {
  private final Programs programs;
  private final SourceSettings source;
  private final EntityMappingReader mappings;

  ResourceReader(Programs programs, SourceSettings source) {
    this.programs = programs;
    this.source = source;
    this.mappings = new EntityMappingReader(programs);
  }

  /**
   * One resource for each mapping of the entry; they share all else.
   *
   * @return to be used only when the entry has no mistake that refuses or stops it
   */
  List<Resource> read(int index, Spot spot) {
    if (!spot.value().isObject()) {
      spot.add(Severity.REFUSE, "an object with kind, selector and port");
      return List.of();
    }
    Spot kind = kind(spot);
    if (Texts.scalar(kind.value()).orElse("").isBlank()) {
      kind.add(Severity.REFUSE, "the path of an endpoint");
      return List.of();
    }
    Selector selector = selector(spot, kind);
    ItemsToParse items = itemsToParse(spot.get(MappingTable.PORT));
    Shared shared = new Shared(index, kind.value().asText(), selector, items);
    return mappings(spot).stream().flatMap(mapping -> resource(shared, mapping).stream()).toList();
  }

  /** What all mappings of one entry have in common. */
  private record Shared(
      int index, String kind, Selector selector, @Nullable ItemsToParse itemsToParse) {}

  private Optional<Resource> resource(Shared shared, Spot mapping) {
    return mappings
        .read(mapping)
        .map(
            entity ->
                new Resource(
                    shared.index(),
                    shared.kind(),
                    shared.selector(),
                    shared.itemsToParse(),
                    entity,
                    EntityMappingReader.literal(entity.blueprint()),
                    mapping.get(EntityTable.BLUEPRINT).value().asText()));
  }

  /** The kind as it was written, or the endpoint of a legacy one; empty when there is none. */
  static Spot kind(Spot resource) {
    return isLegacy(resource)
        ? resource.get(MappingTable.SELECTOR).get(SelectorTable.QUERY).get(SelectorTable.ENDPOINT)
        : resource.get(MappingTable.KIND);
  }

  /** Contract, section 6.11: {@code kind: api_resource} with an object as query. */
  private static boolean isLegacy(Spot resource) {
    return resource.get(MappingTable.KIND).value().asText().equals("api_resource")
        && resource.get(MappingTable.SELECTOR).get(SelectorTable.QUERY).value().isObject();
  }

  private Selector selector(Spot resource, Spot kind) {
    Spot selector = resource.get(MappingTable.SELECTOR);
    selector.isObjectOrAbsent();
    Spot request = isLegacy(resource) ? selector.get(SelectorTable.QUERY) : selector;
    Overrides overrides = new Overrides(selector, source);
    String endpoint = kind.value().asText();
    EndpointRequest endpointRequest = RequestReader.read(request, endpoint);
    Selector read =
        new Selector(
            isLegacy(resource)
                ? SelectorTable.QUERY.fallback()
                : query(selector.get(SelectorTable.QUERY)),
            endpointRequest,
            dataPath(request.get(SelectorTable.DATA_PATH)),
            new PathParameterReader(programs, request.get(SelectorTable.PATH_PARAMETERS))
                .neededBy(kind, endpoint),
            overrides.pagination(),
            overrides.timeout(),
            overrides.maxConcurrentRequests(),
            schedule(selector.get(SelectorTable.SCHEDULE)));
    overrides.report();
    return read;
  }

  private String query(Spot spot) {
    Spot query =
        spot.value().isMissingNode()
            ? new Spot(
                spot.path(), TextNode.valueOf(SelectorTable.QUERY.fallback()), spot.findings())
            : spot;
    return programs.needed(query).program().text();
  }

  private DataPath dataPath(Spot spot) {
    return new DataPath(programs.optional(spot, Severity.STOP).orElse(null));
  }

  private static @Nullable Schedule schedule(Spot spot) {
    if (spot.isAbsent()) {
      return null;
    }
    try {
      return Schedule.parse(Texts.scalar(spot.value()).orElse(""));
    } catch (IllegalArgumentException e) {
      // The resource runs all the same, in full resyncs.
      spot.add(Severity.LEAVE_OUT, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable ItemsToParse itemsToParse(Spot port) {
    Spot spot = port.get(MappingTable.ITEMS_TO_PARSE);
    if (spot.isAbsent()) {
      return null;
    }
    Spot name = port.get(MappingTable.ITEMS_TO_PARSE_NAME);
    return new ItemsToParse(
        programs.needed(spot),
        name.isAbsent()
            ? MappingTable.ITEMS_TO_PARSE_NAME.fallback()
            : name.text("a key").orElse(""),
        port.get(MappingTable.TOP_LEVEL_TRANSFORM).yes(true));
  }

  private static List<Spot> mappings(Spot resource) {
    Spot spot = resource.get(MappingTable.PORT).get(MappingTable.ENTITY).get(MappingTable.MAPPINGS);
    List<Spot> all = spot.value().isArray() ? spot.elements() : List.of(spot);
    if (all.isEmpty()) {
      spot.add(Severity.REFUSE, "is an empty list", "an object with identifier and blueprint");
    }
    all.stream()
        .filter(mapping -> !mapping.value().isObject())
        .forEach(m -> m.add(Severity.REFUSE, "an object with identifier and blueprint"));
    return all.stream().filter(mapping -> mapping.value().isObject()).toList();
  }
}
