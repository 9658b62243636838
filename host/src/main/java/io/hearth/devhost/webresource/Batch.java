package io.hearth.devhost.webresource;

import io.hearth.devhost.plugin.Descriptor.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Several files as one, put together as the products do it: each script stands in a try block of
 * its own under a comment that names its module, and what it throws goes to {@code WRMCB} instead
 * of {@code window.onerror}.
 */
record Batch(ResourceType type, List<WebModule> modules) {
  private static final String SCRIPT_HEAD =
      "WRMCB=function(e){var c=console;if(c&&c.log&&c.error)"
          + "{c.log('Error running batched script.');c.error(e);}}\n;\n";

  /** A relative address in a style sheet; absolute ones, data and fragments stay. */
  private static final Pattern RELATIVE_URL =
      Pattern.compile("url\\(\\s*(['\"]?)(?![a-z]+:|/|#)([^'\")]+)\\1\\s*\\)");

  boolean isEmpty() {
    return modules.stream().allMatch(module -> module.filesOf(type).isEmpty());
  }

  /** {@code urlOf} gives the address of a module's single file, by module and name. */
  byte[] text(BiFunction<WebModule, String, String> urlOf) {
    StringBuilder text = new StringBuilder(type == ResourceType.JS ? SCRIPT_HEAD : "");
    for (WebModule module : modules) {
      for (Resource resource : module.filesOf(type)) {
        String content =
            new String(module.file(resource.name()).orElseThrow(), StandardCharsets.UTF_8);
        String head = head(module, resource);
        switch (type) {
          case JS ->
              text.append("try {\n")
                  .append(head)
                  .append(content)
                  .append("\n}catch(e){WRMCB(e)};\n");
          case CSS ->
              text.append(head).append(moved(content, module, resource, urlOf)).append('\n');
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String head(WebModule module, Resource resource) {
    return "/* module-key = '" + module.key() + "', location = '" + resource.location() + "' */\n";
  }

  private static String moved(
      String css,
      WebModule module,
      Resource resource,
      BiFunction<WebModule, String, String> urlOf) {
    String folder = resource.name().substring(0, resource.name().lastIndexOf('/') + 1);
    return RELATIVE_URL
        .matcher(css)
        .replaceAll(
            (MatchResult found) ->
                java.util.regex.Matcher.quoteReplacement(
                    "url(\"" + urlOf.apply(module, folder + found.group(2)) + "\")"));
  }
}
