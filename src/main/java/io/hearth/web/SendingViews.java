package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.reports.Courier;
import io.hearth.reports.Sending;
import io.hearth.reports.SentReceipt;

/** Sendings and receipts as JSON. */
final class SendingViews {

  private SendingViews() {}

  static JsonObject of(Sending one) {
    Sending.Stand stand = one.stand();
    JsonObject json = new JsonObject();
    json.addProperty("phase", Names.of(stand.phase()));
    json.addProperty("host", one.host());
    json.addProperty("by", one.by());
    json.addProperty("began", one.began().toString());
    json.addProperty("sha256", one.sha256());
    json.addProperty("bytes", one.bytes());
    json.addProperty("sent", stand.sent());
    json.addProperty("attempt", stand.attempt());
    json.addProperty("attempts", Courier.ATTEMPTS);
    stand.next().ifPresent(at -> json.addProperty("next", at.toString()));
    stand.reply().ifPresent(reply -> json.add("reply", of(reply)));
    return json;
  }

  private static JsonObject of(Sending.Reply reply) {
    JsonObject json = new JsonObject();
    json.addProperty("status", reply.status());
    reply.why().ifPresent(why -> json.addProperty("why", Names.of(why)));
    json.addProperty("text", reply.text());
    return json;
  }

  static JsonObject of(SentReceipt one) {
    JsonObject json = new JsonObject();
    json.addProperty("at", one.at().toString());
    json.addProperty("host", one.host());
    json.addProperty("status", one.status());
    json.addProperty("text", one.text());
    json.addProperty("bytes", one.bytes());
    json.addProperty("sha256", one.sha256());
    return json;
  }
}
