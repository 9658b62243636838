package io.hearth.errors.intake;

import com.google.re2j.Pattern;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the SDK and Relay leave out by default: errors of extensions, of scripts that browsers and
 * their add-ons inject, of other origins, of crawlers. The tracker leaves most out before they are
 * sent; an app's own SDK does not.
 */
final class NoiseRules {

  private record Words(Noise noise, Pattern pattern) {}

  private static final List<Words> MESSAGES =
      List.of(
          words(Noise.SCRIPT_ERRORS, "^(?:Uncaught )?(?:Error: )?Script error\\.?$"),
          words(
              Noise.RESIZE_OBSERVER,
              "ResizeObserver loop (?:limit exceeded|completed with undelivered)"),
          words(
              Noise.EXTENSIONS,
              "Extension context invalidated|can't access dead object"
                  + "|The message port closed before a response|chrome-extension:|moz-extension:"
                  + "|(?:Could not establish connection|A listener indicated an asynchronous)"
                  + ".*(?:Receiving end|message channel)"),
          words(
              Noise.INJECTED,
              "_AutofillCallbackHandler|gCrWeb|webkit\\.messageHandlers"
                  + "|Object Not Found Matching Id:\\d+, MethodName"
                  + "|Java exception was raised during method invocation"
                  + "|(?:Cannot redefine property|can't redefine non-configurable property)"
                  + ".*(?:googletag|solana|ethereum)"
                  + "|vv\\(\\)\\.getRestrictions|fb_xd_fragment|conduitPage|top\\.GLOBALS"
                  + "|atomicFindClose|originalCreateNotification|canvas\\.contentDocument"
                  + "|MyApp_RemoveAllHighlights|plugin\\.setSuspendState|bmi_SafeAddOnload"
                  + "|EBCallBackMessageReceived|instantSearchSDKJSBridgeClearHighlight"
                  + "|Can't find variable: (?:gmo|ZiteReader|jigsaw|ComboSearch|auto-?insert)"
                  + "|undefined is not an object \\(evaluating 'a\\.[A-Z]'\\)"));

  private static final Set<String> ABORTED = Set.of("AbortError", "CanceledError", "Cancel");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "^(?:chrome|chrome-extension|moz-extension|safari-extension|safari-web-extension"
              + "|webkit-masked-url|resource|edge|opera|ms-browser-extension):");

  private static final Pattern CRAWLER =
      Pattern.compile(
          "(?i)bot\\b|bot/|crawl|spider|slurp|phantomjs|facebookexternalhit"
              + "|mediapartners-google|preview|lighthouse|pingdom|monitor|archiver|validator");

  private NoiseRules() {}

  private static Words words(Noise noise, String pattern) {
    return new Words(noise, Pattern.compile(pattern));
  }

  /** What kind of noise an event is; {@code userAgent} as the browser sent it. */
  static Optional<Noise> of(ErrorEvent event, String userAgent) {
    if (CRAWLER.matcher(userAgent).find()) {
      return Optional.of(Noise.CRAWLERS);
    }
    Optional<Thrown> thrown = event.outermost();
    // The innermost script alone tells: an extension that wraps a function stands in many stacks.
    Optional<Frame> innermost = thrown.flatMap(one -> one.frames().stream().findFirst());
    if (innermost.filter(one -> FOREIGN.matcher(one.file()).find()).isPresent()) {
      return Optional.of(Noise.EXTENSIONS);
    }
    if (thrown.filter(one -> ABORTED.contains(one.type())).isPresent()) {
      return Optional.of(Noise.ABORTED);
    }
    String text = thrown.map(Thrown::value).orElse(event.message());
    return MESSAGES.stream()
        .filter(words -> words.pattern().matcher(text).find())
        .map(Words::noise)
        .findFirst();
  }
}
