package io.hearth.errors.intake;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Thrown;
import java.util.Optional;
import java.util.Set;

/**
 * What the SDK and Relay leave out by default: errors of extensions, of scripts that browsers and
 * their add-ons inject, of other origins, of crawlers; {@code errors/noise.txt} has the words. The
 * tracker leaves most out before they are sent; an app's own SDK does not.
 */
final class NoiseRules {

  /** As {@code envelope.Scripts} leaves them of an address that is no page's. */
  private static final Set<String> FOREIGN =
      Set.of(
          "chrome",
          "chrome-extension",
          "moz-extension",
          "safari-extension",
          "safari-web-extension",
          "ms-browser-extension",
          "webkit-masked-url",
          "user-script",
          "resource",
          "edge",
          "opera",
          "injected");

  private static final NoiseFile FILE = NoiseFile.read();

  private NoiseRules() {}

  /** What kind of noise an event is; {@code userAgent} as the browser sent it. */
  static Optional<Noise> of(ErrorEvent event, String userAgent) {
    if (Crawlers.is(userAgent)) {
      return Optional.of(Noise.CRAWLERS);
    }
    Optional<Thrown> thrown = event.outermost();
    // The innermost script alone tells: an extension that wraps a function stands in many stacks.
    Optional<Frame> innermost = thrown.flatMap(one -> one.frames().stream().findFirst());
    if (innermost.filter(NoiseRules::isForeign).isPresent()) {
      return Optional.of(Noise.EXTENSIONS);
    }
    String type = thrown.map(Thrown::type).orElse("");
    String text = thrown.map(Thrown::value).orElse(event.message());
    if (type.isEmpty() && text.isBlank() && innermost.isEmpty()) {
      // SJ, _isUselessError: without message, type and stack it tells nothing.
      return Optional.of(Noise.SCRIPT_ERRORS);
    }
    return byWords(type, text, innermost.isPresent());
  }

  private static boolean isForeign(Frame frame) {
    int colon = frame.file().indexOf(':');
    return colon > 0 && FOREIGN.contains(frame.file().substring(0, colon));
  }

  private static Optional<Noise> byWords(String type, String text, boolean framed) {
    for (NoiseFile.Type one : FILE.types()) {
      if (one.name().equals(type)) {
        return Optional.of(one.noise());
      }
    }
    for (NoiseFile.Say say : FILE.says()) {
      if (say.fits(text, framed)) {
        return Optional.of(say.noise());
      }
    }
    return Optional.empty();
  }
}
