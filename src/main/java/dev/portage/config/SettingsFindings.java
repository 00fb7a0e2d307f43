package dev.portage.config;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about the settings.
 *
 * @param settings empty when something in them is wrong
 * @param problems every mistake, names that nobody reads among them
 * @param file with settings, when there is one that could be read
 */
public record SettingsFindings(
    Optional<Settings> settings, List<Problem> problems, Optional<Document> file) {}
