package dev.portage.config;

import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.FOLDER;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** What is remembered from one resync to the next; all of it extensions (ADR 0015). */
final class StateTable {
  static final Setting STORE =
      Setting.of(
              "state.store",
              CHOICE,
              "Extension: where the history of runs, and what Port held at their end, is kept. `memory`"
                  + " lasts as long as the process; `none` keeps nothing.")
          .oneOf("file", "memory", "none")
          .ours()
          .defaultsTo("file");
  static final Setting DIRECTORY =
      Setting.of(
              "state.directory",
              FOLDER,
              "Extension: folder of that file, `portage-state.mv.db`; it is made when it is missing.")
          .ours()
          .defaultsTo("data");
  static final Setting TRUST =
      Setting.of(
              "state.trust",
              YES_NO,
              "Extension: an entity that has not changed since the last resync, and that Port lists as not"
                  + " changed either, counts as unchanged without comparing it.")
          .ours()
          .defaultsTo("false");
  static final Setting FULL_COMPARISON_EVERY =
      Setting.of(
              "state.full_comparison_every",
              SECONDS,
              "Extension: with `state.trust`, all entities are compared with what Port holds when the last"
                  + " time is as long ago.")
          .ours()
          .atLeast(1)
          .defaultsTo("86400");

  static final List<Setting> ALL = List.of(STORE, DIRECTORY, TRUST, FULL_COMPARISON_EVERY);

  private StateTable() {}
}
