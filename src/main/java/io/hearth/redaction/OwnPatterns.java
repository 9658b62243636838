package io.hearth.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hearth.redaction.Findings.As;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The administrator's patterns. RE2/J takes time linear in the line, whatever the pattern. */
final class OwnPatterns {
  private final List<Pattern> patterns;

  OwnPatterns(RedactionSettings settings) {
    patterns = settings.patterns().stream().map(OwnPattern::compiled).toList();
  }

  static OwnPatterns none() {
    return new OwnPatterns(RedactionSettings.standard());
  }

  void find(Scan scan) {
    if (patterns.isEmpty()) {
      return;
    }
    Line line = scan.line;
    // One character a byte, so that places need no conversion; patterns are encoded alike.
    String text =
        new String(line.text, line.start, line.end - line.start, StandardCharsets.ISO_8859_1);
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        int group = pattern.namedGroups().getOrDefault(OwnPattern.VALUE, 0);
        if (matcher.start(group) >= 0) {
          int from = line.start + matcher.start(group);
          scan.add(from, line.start + matcher.end(group), As.OWN, RuleId.OWN_PATTERN);
        }
      }
    }
  }
}
