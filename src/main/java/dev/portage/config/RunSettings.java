package dev.portage.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Portage itself runs (contract, sections 2.4 and 2.6).
 *
 * @param http where it listens, and who may ask there
 * @param logLevel one of ERROR, WARN, INFO, DEBUG
 * @param logFormat {@code text} or {@code json}
 * @param traces whether and where traces are sent
 * @param mappingFile the mapping to use instead of the one Port holds; null for Port's
 * @param scheduledResyncInterval null when there is no schedule
 * @param installation what it is, and what it begins with in Port
 * @param status what Port shows of runs
 * @param state what is remembered from one resync to the next
 * @param batchLength entities in one bulk upsert, 1 to 20
 * @param batchBytes bytes of one bulk upsert
 * @param deleteBatchLength entities in one bulk delete, 1 to 100
 * @param jqEnvironment names of the environment variables that {@code env} and {@code $ENV} in jq
 *     show; null for all that are no secret
 */
public record RunSettings(
    HttpSettings http,
    String logLevel,
    String logFormat,
    TraceSettings traces,
    @Nullable Path mappingFile,
    @Nullable Duration scheduledResyncInterval,
    InstallationSettings installation,
    StatusSettings status,
    StateSettings state,
    int batchLength,
    int batchBytes,
    int deleteBatchLength,
    @Nullable Set<String> jqEnvironment) {}
