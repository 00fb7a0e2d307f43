package dev.portage.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every setting there is; the reader and the reference documentation both come from here. */
public final class SettingTable {

  /** All settings by the heading under which the reference shows them. */
  public static final Map<String, List<Setting>> GROUPS = groups();

  /**
   * What Ocean knows and this application has no use for; accepted in silence (contract, section
   * 2.4). A name stands for everything below it, too.
   */
  public static final List<String> IGNORED =
      List.of(
          "port.port_app_config_cache_ttl",
          "port.feature_flags_cache_ttl_seconds",
          "port.blueprint_cache_ttl_seconds",
          "integration.incremental_sync_interval",
          "event_listener.should_process_webhooks",
          "event_listener.should_run_actions",
          "yield_items_to_parse",
          "yield_items_to_parse_batch_size",
          "process_in_queue_max_workers",
          "process_in_queue_timeout",
          "process_execution_mode",
          "lakehouse_enabled",
          "lakehouse_buffer_interval_seconds",
          "lakehouse_buffer_max_count",
          "base_url",
          "ssl.port.x509",
          "ssl.third_party",
          "caching_storage_mode",
          "disable_ip_outbound_blocker",
          "oauth_access_token_file_path",
          "streaming",
          "live_events",
          "event_workers_count",
          "max_event_processing_seconds",
          "max_wait_seconds_before_shutdown",
          "events_debug_logging",
          "database");

  private static final Map<String, Setting> BY_PATH = byPath();

  private SettingTable() {}

  /** All settings, in the order of the reference. */
  public static List<Setting> all() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  /** The setting that is read at a path, be it its own or an alias. */
  static Optional<Setting> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /** True when settings stand below the path. */
  static boolean isBranch(String path) {
    return path.isEmpty() || BY_PATH.keySet().stream().anyMatch(p -> p.startsWith(path + "."));
  }

  /** The path of the object that holds a free key, when there is one above the path. */
  static Optional<String> objectAbove(String path) {
    return BY_PATH.entrySet().stream()
        .filter(e -> e.getValue().type().isObject() && path.startsWith(e.getKey() + "."))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** True when the path is known and has no effect. */
  static boolean isIgnored(String path) {
    return IGNORED.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "."));
  }

  /** All keys right below a branch, in alphabetical order. */
  static List<String> keysBelow(String branch) {
    TreeSet<String> keys = new TreeSet<>();
    List<String> paths = new ArrayList<>(BY_PATH.keySet());
    paths.addAll(IGNORED);
    for (String path : paths) {
      if (branch.isEmpty() || path.startsWith(branch + ".")) {
        String rest = branch.isEmpty() ? path : path.substring(branch.length() + 1);
        keys.add(rest.split("\\.", 2)[0]);
      }
    }
    return List.copyOf(keys);
  }

  private static Map<String, List<Setting>> groups() {
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    groups.put("Port", PortTable.ALL);
    groups.put("Source API", SourceTable.ALL);
    groups.put("Login of `auth_type: custom`", CustomAuthTable.ALL);
    groups.put("Pagination", PaginationTable.ALL);
    groups.put("Event listener", ListenerTable.ALL);
    groups.put("HTTP listener", HttpTable.ALL);
    groups.put("Running", RunTable.ALL);
    groups.put("What Port shows", StatusTable.ALL);
    groups.put("State", StateTable.ALL);
    return groups;
  }

  private static Map<String, Setting> byPath() {
    Map<String, Setting> all = new LinkedHashMap<>();
    for (Setting setting : all()) {
      all.put(setting.path(), setting);
      setting.aliases().forEach(alias -> all.putIfAbsent(alias, setting));
    }
    return all;
  }
}
