package dev.portage.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like a secret, whoever it belongs to: the tokens of well-known services, private keys,
 * and values that follow a word for one. No pattern can take longer than the text is long.
 */
final class SecretShapes {
  private static final String WORDS =
      "(?:api[_-]?key|access[_-]?key|token|secret|passw(?:or)?d|signature|credentials?)";

  /** The whole match is the secret. */
  private static final Pattern TOKENS =
      Pattern.compile(
          String.join(
              "|",
              "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
              "\\bgh[pousr]_[0-9A-Za-z]{20,}",
              "\\bgithub_pat_[0-9A-Za-z_]{20,}",
              "\\bglpat-[0-9A-Za-z_-]{20,}",
              "\\bxox[a-z]-[0-9A-Za-z-]{10,}",
              "\\bxapp-[0-9A-Za-z-]{10,}",
              "https://hooks\\.slack\\.com/services/[0-9A-Za-z_/]{10,}",
              "\\bAIza[0-9A-Za-z_-]{35}",
              "\\bya29\\.[0-9A-Za-z_-]{20,}",
              "\\b[sr]k_(?:live|test)_[0-9A-Za-z]{16,}",
              "\\bSK[0-9a-fA-F]{32}\\b",
              "\\bkey-[0-9a-zA-Z]{32}\\b",
              "\\b[0-9a-f]{32}-us[0-9]{1,2}\\b",
              "\\bsq0[a-z]{3}-[0-9A-Za-z_-]{20,}",
              "\\bEAACEdEose0cBA[0-9A-Za-z]+",
              "\\beyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]*",
              "-----BEGIN [A-Z ]{0,30}PRIVATE KEY[^-]{0,20}-----[^-]*(?:-----END [^-]{0,50}-----)?"));

  /** Group 1 stays, and so does group 2; what is between them is the secret. */
  private static final List<Pattern> AROUND =
      List.of(
          Pattern.compile(
              "(?i)(\\b[a-z][a-z0-9+.-]{1,20}://)[^\\s/:@\"']{0,100}:[^\\s/@\"']{1,200}(@)"),
          Pattern.compile("(?i)(\\b(?:bearer|basic)\\s{1,4})[0-9a-z._~+/=-]{20,}()"),
          Pattern.compile("(?i)(" + WORDS + "=[\"']?)[^\\s\"'&;,]{4,}()"),
          Pattern.compile("(?i)(" + WORDS + "[\"']\\s{0,4}:\\s{0,4}[\"'])[^\"']+([\"'])"));

  private SecretShapes() {}

  /** The text with a mark in the place of each of them. */
  static String replace(String text, String mark) {
    String shown = TOKENS.matcher(text).replaceAll(Matcher.quoteReplacement(mark));
    for (Pattern pattern : AROUND) {
      shown = pattern.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(mark) + "$2");
    }
    return shown;
  }
}
