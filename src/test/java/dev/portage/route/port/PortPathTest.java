package dev.portage.route.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortPathTest {
  @ParameterizedTest
  @CsvSource({
    "https://p/v1/auth/access_token, /v1/auth/access_token",
    "https://p/v1/blueprints/team/entities/bulk?upsert=true, /v1/blueprints/{}/entities/bulk",
    "https://p/v1/blueprints/team/entities/tom%2Fjones, /v1/blueprints/{}/entities/{}",
    "https://p/v1/entities/search, /v1/entities/search",
    "https://p/v1/integration/my-one/resync-state, /v1/integration/{}/resync-state",
    "https://p/v1/integration/my-one/kinds/a%20b/examples, /v1/integration/{}/kinds/{}/examples",
    "https://user:pass@p/v1/organization, /v1/organization",
    "https://p, ''"
  })
  void onlyFixedWordsStay(String address, String template) {
    assertThat(PortPath.template(address)).isEqualTo(template);
  }
}
