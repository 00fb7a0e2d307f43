package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages count (contract, section 7.6); {@code me} is this installation. */
class ResyncMessageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      true  | {'context':{'integrationId':'me'}}
      true  | {'context':{'integrationId':'me'},'action':'anything'}
      false | {'context':{'integrationId':'you'}}
      false | {'context':{'integrationId':['me']}}
      false | {'context':null}
      false | {'integrationId':'me'}
      false | {}
      false | []
      false | null
      false | 42
      """)
  void theTopicOfRequestsNeedsOurName(boolean asks, String message) throws Exception {
    assertThat(asks(message, true)).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      true  | {'action':'RESYNC','context':{'integrationId':'me'}}
      false | {'action':'RESYNC','context':{'integrationId':'you'}}
      false | {'action':'UPDATE','context':{'integrationId':'me'}}
      false | {'context':{'integrationId':'me'}}
      true  | {'diff':{'after':{'identifier':'me','updatedAt':'2','resyncState':{'updatedAt':'1'},'changelogDestination':{'type':'KAFKA'}}}}
      true  | {'diff':{'after':{'identifier':'me','updatedAt':'2','changelogDestination':{'type':'KAFKA'}}}}
      false | {'diff':{'after':{'identifier':'me','updatedAt':'2','resyncState':{'updatedAt':'2'},'changelogDestination':{'type':'KAFKA'}}}}
      false | {'diff':{'after':{'identifier':'you','updatedAt':'2','changelogDestination':{'type':'KAFKA'}}}}
      false | {'diff':{'after':{'identifier':'me','updatedAt':'2','changelogDestination':{'type':'WEBHOOK'}}}}
      false | {'diff':{'after':{'identifier':'me','updatedAt':'2','changelogDestination':{}}}}
      false | {'diff':{'after':null}}
      false | {'diff':[]}
      false | {}
      false | null
      """)
  void theTopicOfAllChangesNeedsARequestOrAChangeOfTheInstallation(boolean asks, String message)
      throws Exception {
    assertThat(asks(message, false)).isEqualTo(asks);
  }

  private static boolean asks(String message, boolean requestsOnly) throws Exception {
    return ResyncMessage.asks(
        new ObjectMapper().readTree(message.replace('\'', '"')), "me", requestsOnly);
  }

  @Test
  void theTopicFollowsTheFlag() {
    Subscription old = Subscription.of("org_1", false, "custom", "me");
    Subscription own = Subscription.of("org_1", true, "custom", "me");

    assertThat(old).isEqualTo(new Subscription("org_1.change.log", "org_1.custom.me"));
    assertThat(own)
        .isEqualTo(new Subscription("org_1.integration.resync.requests", "org_1.custom.me"));
    assertThat(Subscription.isRequestsOnly(own.topic())).isTrue();
    assertThat(Subscription.isRequestsOnly(old.topic())).isFalse();
  }
}
