package io.hearth.devhost.check;

import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Descriptor;
import io.hearth.devhost.plugin.Descriptor.Resource;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether all that the descriptor names is there. */
record ContentCheck(
    AppArchive archive, Predicate<String> isKnownWebResource, Consumer<String> problem) {

  void check(Descriptor descriptor) {
    descriptor.servlets().forEach(each -> checkClass("servlet " + each.key(), each.className()));
    descriptor.pluginResources().forEach(each -> checkResource("the plugin", each));
    descriptor.i18nBundles().forEach(this::checkBundle);
    Set<String> own =
        descriptor.webResources().stream()
            .map(WebResource::completeKey)
            .collect(Collectors.toSet());
    descriptor.webResources().forEach(each -> checkWebResource(each, own));
  }

  private void checkClass(String module, String className) {
    if (!className.isEmpty() && !archive.hasClass(className)) {
      problem.accept(module + ": class " + className + " is not in the JAR");
    }
  }

  private void checkResource(String module, Resource resource) {
    boolean there =
        resource.name().endsWith("/")
            ? !archive.under(resource.location(), "").isEmpty()
            : archive.has(resource.location());
    if (!there) {
      problem.accept(
          module
              + ": resource "
              + resource.name()
              + " is not in the JAR at "
              + resource.location());
    }
  }

  private void checkBundle(String bundle) {
    if (!archive.has(bundle.replace('.', '/') + ".properties")) {
      problem.accept("the i18n resource " + bundle + " is not in the JAR");
    }
  }

  private void checkWebResource(WebResource module, Set<String> own) {
    String name = "web-resource " + module.completeKey();
    module.resources().forEach(each -> checkResource(name, each));
    module.data().forEach(each -> checkClass(name + ", data " + each.key(), each.className()));
    module.dependencies().stream()
        .filter(key -> !own.contains(key) && !isKnownWebResource.test(key))
        .forEach(key -> problem.accept(name + " depends on the unknown web resource " + key));
  }
}
