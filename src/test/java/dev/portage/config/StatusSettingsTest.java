package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusSettingsTest extends SettingsFixture {

  @Test
  void everythingButTheWebhookIsOnByDefault() {
    assertThat(read().run().status())
        .isEqualTo(new StatusSettings(true, true, Duration.ofSeconds(10), null));
  }

  @Test
  void everythingCanBeSetOtherwise() {
    environment.put("OCEAN__SEND_RAW_DATA_EXAMPLES", "false");
    environment.put("APPLICATION__ENABLE_HTTP_LOGGING", "false");
    environment.put("OCEAN__STATUS_HEARTBEAT_INTERVAL_SECONDS", "30");
    environment.put("OCEAN__METRICS__ENABLED", "true");
    environment.put("OCEAN__METRICS__WEBHOOK_URL", " https://mine.test/hook?key=canary ");

    StatusSettings status = read().run().status();

    assertThat(status)
        .isEqualTo(
            new StatusSettings(
                false, false, Duration.ofSeconds(30), "https://mine.test/hook?key=canary"));
    assertThat(status.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  https://mine.test, https://mine.test",
    "false, https://mine.test, ",
    "true,  '',                ",
    "false, no address,        "
  })
  void theWebhookIsUsedWhereItIsSwitchedOn(String enabled, String address, String used) {
    environment.put("OCEAN__METRICS__ENABLED", enabled);
    environment.put("OCEAN__METRICS__WEBHOOK_URL", address);

    assertThat(read().run().status().metricsWebhook()).isEqualTo(used);
    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void aWebhookThatIsNoAddressIsToldWithoutRepeatingIt() {
    environment.put("OCEAN__METRICS__ENABLED", "true");
    environment.put("OCEAN__METRICS__WEBHOOK_URL", "mine.test/canary");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("OCEAN__METRICS__WEBHOOK_URL: ")
        .doesNotContain("canary");
  }
}
