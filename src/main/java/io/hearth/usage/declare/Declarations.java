package io.hearth.usage.declare;

import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the enabled apps declare, read from their JARs each time that somebody looks. */
public final class Declarations {

  public static final String OWN_APP = "io.hearth";

  /** Of all apps together; what is agreed to must fit one setting of the product. */
  public static final int MOST = 400;

  private static final String ENABLED = "enabled";

  private final Host host;

  public Declarations(Host host) {
    this.host = host;
  }

  /** Our own first, the others as the product lists them. */
  public List<Declaration> all() {
    List<Declaration> own = new ArrayList<>();
    List<Declaration> others = new ArrayList<>();
    int features = 0;
    for (InstalledApp app : host.apps()) {
      if (app.bundled() || !app.state().equals(ENABLED)) {
        continue;
      }
      Optional<Declaration> declared = declared(app);
      if (declared.isPresent()) {
        Declaration fitting = fitting(declared.get(), MOST - features);
        features += fitting instanceof Declaration.Usable usable ? usable.features().size() : 0;
        (app.key().equals(OWN_APP) ? own : others).add(fitting);
      }
    }
    own.addAll(others);
    return own;
  }

  private static Declaration fitting(Declaration declared, int room) {
    return declared instanceof Declaration.Usable usable && usable.features().size() > room
        ? new Declaration.Unusable(
            declared.app(), declared.appName(), "all apps together declare more than " + MOST)
        : declared;
  }

  private Optional<Declaration> declared(InstalledApp app) {
    Optional<InputStream> file = host.appFile(app.key(), FeatureFile.NAME);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = file.get()) {
      return Optional.of(
          new Declaration.Usable(app.key(), app.name(), FeatureFile.read(app.key(), in)));
    } catch (MalformedFeatures e) {
      return Optional.of(new Declaration.Unusable(app.key(), app.name(), e.getMessage()));
    } catch (IOException e) {
      return Optional.of(
          new Declaration.Unusable(app.key(), app.name(), "it cannot be read from the app"));
    }
  }

  /** What is declared now, by its name. */
  public Map<String, Feature> features() {
    Map<String, Feature> features = new HashMap<>();
    for (Declaration declaration : all()) {
      if (declaration instanceof Declaration.Usable usable) {
        usable.features().forEach(feature -> features.put(feature.name(), feature));
      }
    }
    return features;
  }
}
