package dev.portage.config;

import dev.portage.trigger.Trigger;
import java.util.List;

/**
 * Everything that is known before anything starts.
 *
 * @param identifier of the installation; part of the ownership of entities (contract, section 3)
 * @param type of the integration, in lower case
 * @param trigger what starts a resync
 * @param warnings what is no mistake but should be said once, such as names of variables nobody
 *     reads
 */
public record Settings(
    PortSettings port,
    String identifier,
    String type,
    SourceSettings source,
    Trigger trigger,
    RunSettings run,
    NetworkSettings network,
    List<String> warnings) {}
