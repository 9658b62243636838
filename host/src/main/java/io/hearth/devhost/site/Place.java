package io.hearth.devhost.site;

import io.hearth.devhost.instance.AppsView;
import io.hearth.devhost.instance.Directory;
import io.hearth.devhost.instance.Product;
import io.hearth.devhost.instance.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** What the pages are about and draw from. */
public record Place(
    Product product,
    String contextPath,
    Supplier<String> baseUrl,
    String nodeId,
    Path localHome,
    Path sharedHome,
    Path installFolder,
    Directory directory,
    Sessions sessions,
    Supplier<AppsView> apps,
    Clock clock) {}
