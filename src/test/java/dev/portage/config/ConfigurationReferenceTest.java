package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
  private static final Path FILE = Path.of("docs/configuration.md");

  @Test
  void theReferenceIsWhatTheTableSays() throws IOException {
    if (Boolean.getBoolean("portage.write-docs")) {
      Files.writeString(FILE, ConfigurationReference.text());
    }

    assertThat(Files.readString(FILE)).isEqualTo(ConfigurationReference.text());
  }
}
