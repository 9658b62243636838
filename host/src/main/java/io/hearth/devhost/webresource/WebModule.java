package io.hearth.devhost.webresource;

import com.atlassian.json.marshal.Jsonable;
import io.hearth.devhost.plugin.Descriptor.Resource;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A web resource that can be served.
 *
 * @param version what stands in its URLs, so that an upgrade changes them
 * @param files the owner's content by location
 * @param data by the name that {@code WRM.data.claim} takes
 */
record WebModule(
    WebResource descriptor,
    String version,
    Function<String, Optional<byte[]>> files,
    Map<String, Supplier<Jsonable>> data) {

  String key() {
    return descriptor.completeKey();
  }

  List<Resource> filesOf(ResourceType type) {
    return descriptor.resources().stream()
        .filter(resource -> resource.hasExtension(type.extension()))
        .toList();
  }

  Optional<byte[]> file(String name) {
    return descriptor.resources().stream()
        .flatMap(resource -> resource.locationOf(name).stream())
        .findFirst()
        .flatMap(files);
  }
}
