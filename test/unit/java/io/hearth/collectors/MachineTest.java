package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path root;

  @Test
  void theTightestLimitOfTheControlGroupsCounts() throws IOException {
    write("proc/self/cgroup", "0::/system.slice/jira.service\n");
    write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
    write("sys/fs/cgroup/system.slice/memory.max", "2147483648\n");
    write("sys/fs/cgroup/system.slice/jira.service/memory.max", "max\n");
    write("sys/fs/cgroup/system.slice/jira.service/cpu.max", "150000 100000\n");
    write("sys/fs/cgroup/system.slice/jira.service/memory.events", "oom 3\noom_kill 2\n");
    Map<String, Object> facts = container();
    assertEquals(2147483648L, facts.get("memoryLimitBytes"));
    assertEquals(1.5, facts.get("processorLimit"));
    assertEquals(2L, facts.get("killedForMemory"));
  }

  @Test
  void theFormerControlGroupsAreRead() throws IOException {
    write("proc/self/cgroup", "3:cpu,cpuacct:/docker/a\n2:memory:/docker/a\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    Map<String, Object> facts = container();
    assertEquals(1073741824L, facts.get("memoryLimitBytes"));
    assertTrue(!facts.containsKey("processorLimit"), "-1 is no limit");
  }

  @Test
  void aGroupNameThatLeadsOutReadsNothingThere() throws IOException {
    write("proc/self/cgroup", "0::/../../../secret\n");
    write("sys/fs/cgroup/cgroup.controllers", "memory\n");
    write("secret/memory.max", "1\n");
    Files.createDirectories(root.resolve("sys/fs/cgroup"));
    assertTrue(!container().containsKey("memoryLimitBytes"));
  }

  @Test
  void aSystemWithoutTheseFilesStillTellsWhatTheJvmKnows() throws IOException {
    TestHost host = TestHost.in(root.resolve("product"));
    OperatingSystem collector = new OperatingSystem(new SystemFiles(root));
    String text = TestHost.text(collector.entries(host.scope()).get(0));
    for (String name : List.of("totalBytes", "disks", "zone", "fileDescriptorLimit")) {
      assertTrue(text.contains('"' + name + '"'), text);
    }
  }

  @Test
  void gcLogsAreFoundWhereTheStartArgumentsPutThem() {
    assertEquals(
        List.of(Path.of("/var/log/gc-%t.log"), Path.of("/x/old.log")),
        GcLogs.named(
            List.of(
                "-Xlog:gc*=info:file=/var/log/gc-%t.log:time:filecount=5",
                "-Xloggc:/x/old.log", "-Xlog:gc:$LOGS/gc.log", "-Xlog:gc:relative.log")));
    assertTrue(GcLogs.pattern("gc-%t.log").matcher("gc-2026-03-01.log.3").matches());
    assertTrue(!GcLogs.pattern("gc-%t.log").matcher("secret.log").matches());
  }

  private Map<String, Object> container() {
    return new Container(new SystemFiles(root)).facts().orElseThrow().asMap();
  }

  private void write(String name, String text) throws IOException {
    TestHost.write(root.resolve(name), text);
  }
}
