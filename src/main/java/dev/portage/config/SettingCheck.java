package dev.portage.config;

/** Reads a value only to see whether it is right, so that every mistake is told at once. */
final class SettingCheck {
  private SettingCheck() {}

  /** Notes when the value is wrong, or missing though it is required. */
  static void of(Setting setting, SettingValues values) {
    if (setting.required() && !values.isSet(setting)) {
      values.rejectMissing(setting, setting.expected());
      return;
    }
    switch (setting.type()) {
      case TEXT, SECRET, PASSWORD, FILE, FOLDER, ADDRESS -> values.text(setting);
      case WHOLE -> values.whole(setting);
      case SECONDS -> values.seconds(setting);
      case YES_NO -> values.yes(setting);
      case CHOICE -> values.choice(setting);
      case TEXTS -> values.texts(setting);
      case OBJECT -> values.object(setting);
      case LIST -> values.list(setting);
    }
  }
}
