package dev.portage.route.run;

import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import java.util.Optional;

/**
 * How a resync ended.
 *
 * @param result what it came to
 * @param mistaken true when the mapping is refused as a whole
 * @param report empty when the run did not begin
 */
public record Ending(RunResult result, boolean mistaken, Optional<RunReport> report) {}
