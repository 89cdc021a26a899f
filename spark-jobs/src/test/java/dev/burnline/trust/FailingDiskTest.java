package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.burnline.crunch.LocalWorkers;
import dev.burnline.crunch.LogCrunch;
import dev.burnline.crunch.SegmentJoin;
import dev.burnline.crunch.SplitKernel;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.store.RollupStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hadoop's own local file system on a disk that fails, which it reports in a way of its own. */
class FailingDiskTest {

  /** A file whose first byte cannot be read: nothing is mapped there. */
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  @TempDir Path folder;

  @Test
  void a_log_on_a_bad_sector_is_named_and_the_others_are_read() throws IOException {
    assumeTrue(Files.exists(UNREADABLE), "there is no /proc/self/mem here");
    Scene scene = Scene.in(folder);
    for (int host = 1; host <= 5; host++) {
      scene.write("host-" + host + ".log", Request.at(10 * host).from("boot-" + host));
    }
    Files.createSymbolicLink(scene.bench().log("bad.log"), UNREADABLE);

    LogCrunch.Result result = crunchLocally(scene.bench());

    assertThat(result.unread())
        .containsExactly(
            new UnreadLog(scene.bench().log("bad.log").toString(), "Input/output error"));
    assertThat(result.content().live()).hasSize(5);
    scene.counts(
        minutes(10, 10), minutes(20, 20), minutes(30, 30), minutes(40, 40), minutes(50, 50));
  }

  private static LogCrunch.Result crunchLocally(Workbench bench) throws IOException {
    Configuration hadoop = new Configuration(false);
    RollupStore store = new RollupStore(hadoop, bench.storeFolder().toString());
    SplitKernel kernel = new SplitKernel(hadoop, bench.counting(), store, "run");
    LocalWorkers workers = new LocalWorkers(kernel, new SegmentJoin(store, kernel));
    return new LogCrunch(store, bench.asked(), workers, LogCrunch.SPLIT_BYTES)
        .run(new LogFinder(hadoop).find(List.of(bench.logs().toString())));
  }
}
