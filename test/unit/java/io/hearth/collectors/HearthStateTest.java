package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HearthStateTest {

  @TempDir Path folder;

  @Test
  void whatWouldUndoRedactionOrIsTheHousesOwnIsCountedButNotTaken() throws IOException {
    TestHost host = TestHost.in(folder);
    Path store = host.layout().sharedHome().resolve("hearth");
    TestHost.write(store.resolve("nodes/node1/errors/a.json"), "{}");
    for (String own :
        List.of(
            "redaction/cases/c1/key",
            "redaction/tables/t1.jsonl",
            "zips/z1/support.zip",
            "reports/r1/report.json",
            "nodes/node1/usage/2026-03-01.json",
            "nodes/node1/audit.jsonl",
            "nodes/node1/audit.1.jsonl")) {
      TestHost.write(store.resolve(own), "own");
    }

    List<String> names = TestHost.names(new HearthState().entries(host.scope()));

    assertEquals(List.of("hearth.json", "hearth/nodes/node1/errors/a.json"), names);
  }
}
