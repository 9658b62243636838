package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.NodeShare;
import io.hearth.application.Requester;
import io.hearth.application.SupportZips;
import io.hearth.application.audit.Deed;
import io.hearth.application.redaction.ZipRedactions.ZipRedaction;
import io.hearth.collections.Order;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import io.hearth.collections.StoredZips.Answer;
import io.hearth.collections.StoredZips.Store;
import io.hearth.collections.Trouble;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls under {@code /support-zips}: ZIPs that are made on the server and stay there. */
final class StoredZipCalls {

  private static final String ONE = "/support-zips/{id}";

  private final StoredZips stored;
  private final SupportZips zips;
  private final ZipOrders orders;
  private final StoredZipContent content;
  private final StoredZipEvents events;
  private final StoredZipPruning pruning;
  private final Incidents incidents;
  private final Audit audit;

  StoredZipCalls(
      StoredZips stored,
      SupportZips zips,
      ZipOrders orders,
      StoredZipEvents events,
      Incidents incidents,
      Audit audit) {
    this.stored = stored;
    this.zips = zips;
    this.orders = orders;
    this.content = new StoredZipContent(stored, orders.clock(), audit);
    this.events = events;
    this.pruning = new StoredZipPruning(stored, audit);
    this.incidents = incidents;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/support-zips", this::list),
        Route.secure(Route.Method.POST, "/support-zips", this::order),
        Route.secure(Route.Method.GET, "/nodes", call -> call.json(nodes().view())),
        Route.secure(Route.Method.GET, ONE, this::show),
        Route.secure(Route.Method.DELETE, ONE, this::delete),
        Route.secure(Route.Method.POST, ONE + "/cancel", this::cancel),
        Route.secure(Route.Method.POST, ONE + "/keep", this::keep),
        Route.secure(Route.Method.POST, ONE + "/prune", call -> pruning.prune(call, find(call))),
        Route.secure(Route.Method.GET, ONE + "/content", call -> content.send(call, find(call))),
        Route.secure(Route.Method.GET, ONE + "/events", call -> events.stream(call, find(call))));
  }

  private StoredZip find(Call call) throws Refusal {
    return orNotFound(stored.find(call.parts().get("id")));
  }

  private static StoredZip orNotFound(Optional<StoredZip> zip) throws Refusal {
    return zip.orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  private void list(Call call) throws IOException {
    call.json(new StoredZipView(call.texts()).list(stored.all(), stored.store()));
  }

  private void show(Call call) throws IOException, Refusal {
    call.json(new StoredZipView(call.texts()).of(find(call)));
  }

  private ClusterOrders nodes() {
    return new ClusterOrders(orders.host().nodeId(), stored.nodes());
  }

  private void order(Call call) throws IOException, Refusal {
    JsonObject json = StrictJson.object(Body.json(call.request()));
    SupportZipRequest request = new SupportZipReader(zips.items()).readToStore(json);
    ZipRedaction redaction =
        orders.redaction(request).orElseGet(() -> orders.redactions().single(false));
    String fileName = orders.fileName();
    Order order =
        new Order(
            new Requester(call.user(), call.texts().locale()),
            request.choice(),
            fileName,
            redaction.engine(),
            nodes().read(json, redaction),
            () -> keep(redaction, fileName));
    Answer answer = stored.order(order);
    StoredZip taken = taken(answer);
    JsonObject what = new JsonObject();
    what.addProperty("zip", taken.id());
    ZipOrders.tell(request, fileName, what);
    what.add("nodes", Audit.array(taken.nodes().stream().map(NodeShare::node).toList()));
    audit.done(call.user(), Deed.SUPPORT_ZIP_ORDERED, what);
    accept(call, taken);
  }

  /** The ZIP that is to be made, unless it is not. */
  static StoredZip taken(Answer answer) throws Refusal {
    if (answer instanceof Answer.Taken taken) {
      return taken.zip();
    } else if (answer instanceof Answer.QueueFull full) {
      throw new Refusal(Problem.queueFull(full.waiting()));
    } else if (answer instanceof Answer.NoRoom none) {
      throw new Refusal(noRoom(none.trouble(), none.store()));
    }
    throw new IllegalStateException("an order was answered by " + answer);
  }

  static void accept(Call call, StoredZip taken) throws IOException {
    Answers.json(
        call.request(),
        call.response(),
        HttpServletResponse.SC_ACCEPTED,
        "application/json",
        new StoredZipView(call.texts()).of(taken));
  }

  private static Problem noRoom(Trouble trouble, Store store) {
    long mib = 1 << 20;
    return switch (trouble) {
      case DISK_FULL ->
          Problem.noRoom("disk", store.disk().usable() / mib, store.disk().floor() / mib);
      case STORE_FULL -> Problem.noRoom("store", store.mostZips());
      case SOURCE_GONE, SOURCE_DAMAGED, FAILED -> Problem.noRoom("failed");
    };
  }

  /** The ZIP is whole and stored, whatever becomes of its table. */
  private void keep(ZipRedaction redaction, String fileName) {
    try {
      redaction.done(fileName);
    } catch (RuntimeException e) {
      incidents.part("keeping what belongs to a Support ZIP", e);
    }
  }

  private void cancel(Call call) throws Refusal {
    if (!stored.cancel(call.parts().get("id"))) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    call.done();
  }

  private void keep(Call call) throws IOException, Refusal {
    find(call);
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("kept"));
    Optional<Boolean> kept = fields.flag("kept");
    fields.require("kept");
    fields.throwIfWrong();
    StoredZip zip = orNotFound(stored.keep(call.parts().get("id"), kept.orElse(false)));
    JsonObject what = StoredZipAudit.of(zip);
    what.addProperty("kept", zip.kept());
    audit.done(call.user(), Deed.SUPPORT_ZIP_KEPT, what);
    call.json(new StoredZipView(call.texts()).of(zip));
  }

  private void delete(Call call) throws Refusal {
    StoredZip zip = orNotFound(stored.delete(call.parts().get("id")));
    audit.done(call.user(), Deed.SUPPORT_ZIP_DELETED, StoredZipAudit.of(zip));
    call.done();
  }
}
