package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import io.hearth.host.HostUser;
import io.hearth.reports.ChosenReportSettings;
import io.hearth.reports.NewReport;
import io.hearth.reports.NotAPng;
import io.hearth.reports.Png;
import io.hearth.reports.ReportIntake;
import io.hearth.reports.ReportIntake.Answer;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.Problem.Kind;
import io.hearth.web.Problem.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The address that the dialog asks for its words and sends a report to. */
final class ReportIngest {

  /** A body is in memory some times over while it is read. */
  private static final int MOST_AT_ONCE = 3;

  static final int MOST_BYTES = 12 << 20;

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth");
  private static final String JSON = "application/json";
  private static final String WORDS = "report.dialog.";

  private final Gate gate;
  private final ReportIntake intake;
  private final ChosenReportSettings settings;
  private final Incidents incidents;
  private final Set<String> sending = new HashSet<>();

  ReportIngest(Gate gate, ReportIntake intake, ChosenReportSettings settings, Incidents incidents) {
    this.gate = gate;
    this.intake = intake;
    this.settings = settings;
    this.incidents = incidents;
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Texts texts = Texts.in(gate.host().locale());
    try {
      HostUser user = gate.user();
      switch (request.getMethod()) {
        case "GET", "HEAD" -> Answers.json(request, response, 200, JSON, form(user, texts));
        case "POST" -> Answers.json(request, response, 201, JSON, taken(user, request));
        default -> throw new Refusal(Problem.methodNotAllowed("GET, HEAD, POST"));
      }
    } catch (Refusal refusal) {
      Answers.problem(request, response, refusal.problem(), texts);
    } catch (RuntimeException e) {
      String incident = incidents.record("taking a problem report", e);
      Answers.problem(request, response, Problem.internal(incident), texts);
    }
  }

  private JsonObject form(HostUser user, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("on", settings.now().on());
    user.email().ifPresent(email -> json.addProperty("email", email));
    json.addProperty("maxCharacters", NewReport.LONGEST_TEXT);
    json.addProperty("maxScreenshotBytes", Png.MOST_BYTES);
    JsonObject words = new JsonObject();
    texts.below(WORDS).forEach(words::addProperty);
    json.add("words", words);
    return json;
  }

  private JsonObject taken(HostUser user, HttpServletRequest request) throws IOException, Refusal {
    gate.checkProof(request);
    if (!settings.now().on()) {
      Body.drain(request);
      throw new Refusal(Problem.of(Kind.REPORTS_OFF));
    }
    if (!begin(user.key())) {
      Body.drain(request);
      throw new Refusal(Problem.reportsBusy());
    }
    try {
      JsonObject body = StrictJson.object(Body.json(request, MOST_BYTES));
      return answer(intake.take(user.key(), ReportReader.read(body, user)));
    } catch (NotAPng e) {
      Words why = Words.of("problem.field.screenshot-" + Names.of(e.why()));
      throw new Refusal(Problem.invalid(List.of(new FieldError("screenshot", why))));
    } finally {
      end(user.key());
    }
  }

  /** One at a time for each person, so that nobody takes all places. */
  private boolean begin(String person) {
    synchronized (sending) {
      return sending.size() < MOST_AT_ONCE && sending.add(person);
    }
  }

  private void end(String person) {
    synchronized (sending) {
      sending.remove(person);
    }
  }

  private static JsonObject answer(Answer answer) throws Refusal {
    if (answer instanceof Answer.Off) {
      throw new Refusal(Problem.of(Kind.REPORTS_OFF));
    }
    if (answer instanceof Answer.NoRoom) {
      LOG.warn("Hearth: there is no room for another problem report; delete some");
      throw new Refusal(Problem.of(Kind.NO_ROOM_FOR_REPORTS));
    }
    if (answer instanceof Answer.TooMany many) {
      throw new Refusal(Problem.tooManyReports(many.perHour()));
    }
    String id = ((Answer.Taken) answer).report().id();
    LOG.info("Hearth: problem report {} was received", id);
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    return json;
  }
}
