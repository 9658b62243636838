package io.hearth.devhost.sal;

import io.hearth.devhost.instance.AppsView;
import io.hearth.devhost.instance.Directory;
import io.hearth.devhost.instance.Product;
import io.hearth.devhost.instance.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the services answer from.
 *
 * @param database the folder that stands for the product's database
 * @param baseUrl empty until the server listens
 * @param serverId of the licence, such as {@code B3QQ-7W1X-0ZTE-9KJ1}
 */
public record Surroundings(
    Product product,
    Path localHome,
    Path sharedHome,
    Path database,
    String contextPath,
    Supplier<String> baseUrl,
    String serverId,
    Directory directory,
    Sessions sessions,
    Supplier<AppsView> apps,
    Clock clock) {}
