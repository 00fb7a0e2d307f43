package dev.portage.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of this application itself (contract, sections 2.4 and 2.6). */
final class RunReader {
  private static final int MOST_DELETED_AT_ONCE = 100;

  private final SettingValues values;
  private final Path directory;
  private final InstallationReader installation;
  private final TraceReader traces;

  /**
   * Reads what the values say.
   *
   * @param directory where a relative path begins
   * @param environment of the process, for the variables of OpenTelemetry
   */
  RunReader(SettingValues values, Path directory, Map<String, String> environment) {
    this.values = values;
    this.directory = directory;
    this.installation = new InstallationReader(values, directory);
    this.traces = new TraceReader(environment);
  }

  /** The settings; parts that are wrong are noted and have their default. */
  RunSettings read() {
    if (values.yes(RunTable.ACTIONS_PROCESSOR)) {
      values.reject(
          RunTable.ACTIONS_PROCESSOR, "is true", "false; this integration runs no actions");
    }
    return new RunSettings(
        new HttpReader(values).read(),
        values.choice(RunTable.LOG_LEVEL),
        values.choice(RunTable.LOG_FORMAT),
        traces.read(values.yes(RunTable.PROPAGATE)),
        mappingFile(),
        values
            .optionalWhole(RunTable.SCHEDULED_RESYNC_INTERVAL)
            .map(Duration::ofMinutes)
            .orElse(null),
        installation.read(),
        status(),
        state(),
        values.whole(RunTable.BATCH_LENGTH),
        values.whole(RunTable.BATCH_BYTES),
        Math.min(MOST_DELETED_AT_ONCE, values.whole(RunTable.DELETE_LENGTH)),
        jqEnvironment());
  }

  private StateSettings state() {
    return new StateSettings(
        StateSettings.Store.valueOf(values.choice(StateTable.STORE).toUpperCase(Locale.ROOT)),
        directory.resolve(values.text(StateTable.DIRECTORY)),
        values.yes(StateTable.TRUST),
        values.seconds(StateTable.FULL_COMPARISON_EVERY).orElse(Duration.ofDays(1)));
  }

  private StatusSettings status() {
    return new StatusSettings(
        values.yes(StatusTable.SEND_EXAMPLES),
        values.yes(StatusTable.HTTP_LOGGING),
        values.seconds(StatusTable.HEARTBEAT).orElse(Duration.ofSeconds(10)),
        metricsWebhook());
  }

  /** Its query may be needed, and may be a secret. */
  private @Nullable String metricsWebhook() {
    String address = values.text(StatusTable.WEBHOOK).strip();
    if (address.isEmpty() || !values.yes(StatusTable.METRICS)) {
      return null;
    }
    if (!Addresses.isAbsolute(address)) {
      values.reject(
          StatusTable.WEBHOOK, "is no address", "an address such as https://example.com/metrics");
    }
    return address;
  }

  /** What is no mistake but should be said. */
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    if (values.choice(RunTable.PROCESSING_MODE).equals("dsp")) {
      all.add(
          values.where(RunTable.PROCESSING_MODE)
              + ": dsp is handled locally; items are mapped here, not by Port");
    }
    if (values.yes(RunTable.INCREMENTAL)) {
      all.add(
          values.where(RunTable.INCREMENTAL)
              + ": there is no incremental sync for this integration; a full resync runs");
    }
    if (values.text(PortTable.CLIENT_ID).contains("@")) {
      all.add(
          values.where(PortTable.CLIENT_ID)
              + ": looks like the e-mail address of a person; expected the client id of the"
              + " organisation");
    }
    if (values.yes(StateTable.TRUST) && values.choice(StateTable.STORE).equals("none")) {
      all.add(
          values.where(StateTable.TRUST)
              + ": has no effect, as state.store is none and nothing is remembered");
    }
    installation.warning().ifPresent(all::add);
    traces.warning().ifPresent(all::add);
    return all;
  }

  private @Nullable Set<String> jqEnvironment() {
    if (!values.yes(RunTable.JQ_ENVIRONMENT)) {
      return Set.of();
    }
    return values.isSet(RunTable.JQ_ENV_NAMES)
        ? new LinkedHashSet<>(values.list(RunTable.JQ_ENV_NAMES))
        : null;
  }

  private @Nullable Path mappingFile() {
    Path file = values.optional(RunTable.MAPPING_FILE).map(directory::resolve).orElse(null);
    if (file != null && !Files.isRegularFile(file)) {
      values.reject(
          RunTable.MAPPING_FILE,
          "is "
              + Texts.shown(TextNode.valueOf(values.text(RunTable.MAPPING_FILE)))
              + ", which does not exist",
          "the path of a file with a mapping");
    }
    return file;
  }
}
