package dev.portage.config;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a mapping.
 *
 * @param document empty when it is refused as a whole
 * @param problems every mistake, whatever follows from it
 */
public record MappingFindings(Optional<MappingDocument> document, List<Problem> problems) {}
