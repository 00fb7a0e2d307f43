package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.ContentHash;
import dev.portage.config.Findings.Severity;
import dev.portage.config.MappingDocument.Stopped;
import dev.portage.jq.JqOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapping as text becomes a {@link MappingDocument} (contract, section 8). */
public final class MappingReader {
  private static final double DEFAULT_THRESHOLD =
      Double.parseDouble(MappingTable.THRESHOLD.fallback());

  private final ResourceReader resourceReader;
  private final Findings rootFindings = new Findings();
  private final List<Problem> refused = new ArrayList<>();
  private final List<Problem> tolerated = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Stopped> stopped = new ArrayList<>();

  private MappingReader(SourceSettings source, JqOptions jq) {
    this.resourceReader = new ResourceReader(new Programs(jq), source);
  }

  /**
   * Reads a mapping.
   *
   * @param document as Port holds it
   * @param source the installation's settings, for what the mapping leaves out
   * @param jq what the programs of the mapping may use and see
   * @throws ConfigException when its structure is wrong, with every such mistake
   */
  public static MappingDocument read(JsonNode document, SourceSettings source, JqOptions jq) {
    return new MappingReader(source, jq).read(document);
  }

  /**
   * Reads a mapping from a file with YAML or JSON.
   *
   * @param jq what the programs of the mapping may use and see
   * @throws ConfigException when it cannot be read, or its structure is wrong
   */
  public static MappingDocument read(Path file, SourceSettings source, JqOptions jq) {
    Document document = ConfigFile.read(file, file.toString());
    Locator locator = new Locator(document);
    try {
      return read(document.root(), source, jq).telling(locator::told);
    } catch (ConfigException e) {
      throw new ConfigException(e.problems().stream().map(locator::told).toList());
    }
  }

  /**
   * Reads a mapping, and tells what is wrong instead of throwing it.
   *
   * @param document as Port or a file holds it
   */
  public static MappingFindings check(JsonNode document, SourceSettings source, JqOptions jq) {
    MappingReader reader = new MappingReader(source, jq);
    Optional<MappingDocument> read = Optional.empty();
    try {
      read = Optional.of(reader.read(document));
    } catch (ConfigException e) {
      reader.tolerated.addAll(0, e.problems());
    }
    return new MappingFindings(read, List.copyOf(reader.tolerated));
  }

  private MappingDocument read(JsonNode document) {
    Spot root = new Spot("", document, rootFindings);
    if (!document.isObject()) {
      String found = document.isMissingNode() ? "is empty" : "is " + Texts.kind(document);
      throw new ConfigException(List.of(new Problem("mapping", found, "an object")));
    }
    MappingDocument read =
        new MappingDocument(
            root.get(MappingTable.CREATE_MISSING).yes(true),
            root.get(MappingTable.DELETE_DEPENDENT).yes(true),
            root.get(MappingTable.ENABLE_MERGE).yes(true),
            threshold(root.get(MappingTable.THRESHOLD)),
            readAll(root.get(MappingTable.RESOURCES)),
            List.copyOf(stopped),
            List.copyOf(tolerated),
            ContentHash.of(document));
    refused.addAll(0, rootFindings.refused());
    if (!refused.isEmpty()) {
      throw new ConfigException(refused);
    }
    return read;
  }

  private List<Resource> readAll(Spot list) {
    List<Spot> all = list.elements();
    for (int i = 0; i < all.size(); i++) {
      Findings findings = new Findings();
      resource(i, new Spot(all.get(i).path(), all.get(i).value(), findings), findings);
    }
    return List.copyOf(resources);
  }

  private void resource(int index, Spot spot, Findings findings) {
    List<Resource> read = resourceReader.read(index, spot);
    refused.addAll(findings.refused());
    tolerated.addAll(findings.tolerated());
    if (findings.stopping().isEmpty()) {
      resources.addAll(read);
    } else {
      String kind = ResourceReader.kind(spot).value().asText();
      stopped.add(new Stopped(index, kind, List.copyOf(findings.stopping())));
    }
  }

  private static double threshold(Spot spot) {
    if (spot.isAbsent()) {
      return DEFAULT_THRESHOLD;
    }
    Optional<BigDecimal> number = Texts.scalar(spot.value()).flatMap(Texts::number);
    boolean fits =
        number.filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.ONE) <= 0).isPresent();
    if (!fits) {
      spot.add(Severity.REFUSE, "a number from 0 to 1");
    }
    return number.map(BigDecimal::doubleValue).orElse(DEFAULT_THRESHOLD);
  }
}
