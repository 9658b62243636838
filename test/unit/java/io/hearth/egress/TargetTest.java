package io.hearth.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "https://abc@sentry.example.com/7,https://sentry.example.com/api/7/envelope/",
    "https://abc@sentry.example.com:9000/below/it/7/,https://sentry.example.com:9000/below/it/api/7/envelope/",
    "https://abc:old-secret@sentry.example.com/7,https://sentry.example.com/api/7/envelope/",
    "http://abc@localhost:8000/1,http://localhost:8000/api/1/envelope/",
    "http://abc@[::1]:8000/1,http://[::1]:8000/api/1/envelope/"
  })
  void aDsnLeadsToTheAddressForEnvelopes(String dsn, String address) throws UnfitAddress {
    Target target = Target.dsn(dsn);
    assertEquals(address, target.address().toString());
    assertEquals(Optional.of("abc"), target.secret());
    assertFalse(target.toString().contains("abc"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',ADDRESS",
    "sentry.example.com,ADDRESS",
    "https:///7,ADDRESS",
    "https://key@host_with_underscore/7,ADDRESS",
    "https://sentry.example.com/7,DSN",
    "https://abc@sentry.example.com,DSN",
    "https://abc@sentry.example.com/,DSN",
    "https://a%0d%0ab@sentry.example.com/7,DSN",
    "http://abc@sentry.example.com/7,SCHEME",
    "http://abc@localhost.example.com/7,SCHEME",
    "ftp://abc@sentry.example.com/7,SCHEME",
    "https://abc@sentry.example.com/7?x=1,QUERY",
    "https://abc@sentry.example.com/7#x,QUERY"
  })
  void nothingIsSentToWhatIsNoDsn(String typed, UnfitAddress.Why why) {
    assertEquals(why, assertThrows(UnfitAddress.class, () -> Target.dsn(typed)).why());
  }

  @ParameterizedTest
  @CsvSource({
    "http://support.example.com/in,t,SCHEME",
    "https://ada:pw@support.example.com/in,t,USER",
    "https://support.example.com/in?token=1,t,QUERY",
    "https://support.example.com/in,'a b',TOKEN",
    "javascript:alert(1),t,ADDRESS",
    "file:///etc/passwd,t,ADDRESS"
  })
  void anEndpointIsRefused(String typed, String token, UnfitAddress.Why why) {
    assertEquals(
        why,
        assertThrows(UnfitAddress.class, () -> Target.endpoint(typed, Optional.of(token))).why());
  }

  @Test
  void theHostIsNamedAgainWhateverItsCase() throws UnfitAddress {
    Target target = Target.endpoint("https://Support.example.com/in", Optional.empty());
    assertTrue(target.isHost(" support.EXAMPLE.com "));
    assertFalse(target.isHost("support.example.com.evil.example"));
    assertFalse(target.isHost(""));
  }
}
