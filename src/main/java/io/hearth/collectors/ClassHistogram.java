package io.hearth.collectors;

import io.hearth.collectors.Entry.Made;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * How many objects of each class fill the heap. The JVM stands still while it counts, so it is in
 * no preset; unreachable objects are counted too, because leaving them out costs a full collection
 * on top.
 */
final class ClassHistogram implements Collector {

  private static final String NAME = "class-histogram.txt";
  private static final long USUAL_BYTES = 2_000_000;
  private static final Item ITEM = new Item("class-histogram", Set.of(), Set.of(), Cost.PAUSE);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    if (!scope.live()) {
      return List.of(new Missing(NAME, "the product's heap", Unreadable.NOT_SUPPORTED));
    }
    return List.of(
        new Made(
            NAME,
            USUAL_BYTES,
            out ->
                out.write(
                    Mbeans.diagnostic("gcClassHistogram", "-all")
                        .orElseThrow(() -> new IOException("this JVM offers no class histogram"))
                        .getBytes(StandardCharsets.UTF_8))));
  }
}
