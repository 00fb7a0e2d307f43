package dev.portage.config;

import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.FILE;
import static dev.portage.config.SettingType.FOLDER;
import static dev.portage.config.SettingType.LIST;
import static dev.portage.config.SettingType.WHOLE;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** How Portage itself runs (contract, sections 2.4 and 2.6). */
final class RunTable {
  static final Setting LOG_LEVEL =
      Setting.of("application.log_level", CHOICE, "What is logged.")
          .oneOf("ERROR", "WARN", "INFO", "DEBUG")
          .meaning("critical", "ERROR")
          .meaning("warning", "WARN")
          .alias("log_level")
          .defaultsTo("INFO");
  static final Setting LOG_FORMAT =
      Setting.of(
              "log.format",
              CHOICE,
              "Extension: `json` writes every line of the log as a JSON object with fixed keys.")
          .ours()
          .oneOf("text", "json")
          .defaultsTo("text");
  static final Setting PROPAGATE =
      Setting.of(
              "traces.propagate",
              YES_NO,
              "Extension: whether requests to the API carry a `traceparent` header while traces are on.")
          .ours()
          .defaultsTo("false");
  static final Setting MAPPING_FILE =
      Setting.of(
              "mapping_file",
              FILE,
              "Extension: a mapping to use instead of the one that Port holds.")
          .ours()
          .example("config/port-app-config.yml");
  static final Setting SCHEDULED_RESYNC_INTERVAL =
      Setting.of("scheduled_resync_interval", WHOLE, "Minutes between two scheduled resyncs.")
          .between(1, 525_600)
          .example("60");
  static final Setting INITIALIZE =
      Setting.of(
              "initialize_port_resources",
              YES_NO,
              "Whether a default mapping and blueprints are created at the first start.")
          .defaultsTo("true");
  static final Setting ORIGIN =
      Setting.of(
              "create_port_resources_origin",
              CHOICE,
              "Where these come from; `Ocean` is the old name of `Default`, and what Port has stored goes"
                  + " first.")
          .oneOf("Default", "Port", "Empty")
          .meaning("ocean", "Default");
  static final Setting RESOURCES_PATH =
      Setting.of(
              "resources_path",
              FOLDER,
              "Folder with the default resources; without it there are no blueprints, and a mapping"
                  + " without resources.")
          .defaultsTo(".port/resources");
  static final Setting RUNTIME =
      Setting.of(
              "runtime",
              CHOICE,
              "Where this runs; must be what Port has the installation stored as.")
          .oneOf("OnPrem", "Saas")
          .defaultsTo("OnPrem");
  static final Setting BATCH_LENGTH =
      Setting.of("upsert_entities_batch_max_length", WHOLE, "Entities in one bulk upsert.")
          .between(1, 20)
          .defaultsTo("20");
  static final Setting BATCH_BYTES =
      Setting.of("upsert_entities_batch_max_size_in_bytes", WHOLE, "Bytes of one bulk upsert.")
          .between(1, Integer.MAX_VALUE)
          .defaultsTo("1048576");
  static final Setting DELETE_LENGTH =
      Setting.of(
              "delete_entities_max_batch_size",
              WHOLE,
              "Entities in one bulk delete; more than 100 count as 100.")
          .between(1, Integer.MAX_VALUE)
          .defaultsTo("100");
  static final Setting JQ_ENVIRONMENT =
      Setting.of(
              "allow_environment_variables_jq_access",
              YES_NO,
              "Whether `env` and `$ENV` in jq see the environment, without what is secret.")
          .defaultsTo("true");
  static final Setting JQ_ENV_NAMES =
      Setting.of(
              "jq.env",
              LIST,
              "Extension: exactly the environment variables that `env` and `$ENV` in jq show.")
          .ours()
          .example("[REGION, STAGE]");
  static final Setting PROCESSING_MODE =
      Setting.of(
              "processing_mode",
              CHOICE,
              "Who maps. Portage always maps itself, and says so once when `dsp` is set.")
          .oneOf("dsp", "ocean-core")
          .defaultsTo("ocean-core");
  static final Setting ACTIONS_PROCESSOR =
      Setting.of(
              "actions_processor.enabled",
              YES_NO,
              "Must not be true: this integration runs no actions.")
          .defaultsTo("false");
  static final Setting INCREMENTAL =
      Setting.of(
              "integration.incremental_sync_enabled",
              YES_NO,
              "This integration has no incremental sync; a full resync runs.")
          .defaultsTo("false");

  static final List<Setting> ALL =
      List.of(
          LOG_LEVEL,
          LOG_FORMAT,
          PROPAGATE,
          MAPPING_FILE,
          SCHEDULED_RESYNC_INTERVAL,
          INITIALIZE,
          ORIGIN,
          RESOURCES_PATH,
          RUNTIME,
          BATCH_LENGTH,
          BATCH_BYTES,
          DELETE_LENGTH,
          JQ_ENVIRONMENT,
          JQ_ENV_NAMES,
          PROCESSING_MODE,
          ACTIONS_PROCESSOR,
          INCREMENTAL);

  private RunTable() {}
}
