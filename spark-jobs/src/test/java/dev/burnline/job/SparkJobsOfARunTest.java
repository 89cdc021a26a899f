package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many Spark jobs a run starts: each costs a moment, and one more goes unnoticed. */
class SparkJobsOfARunTest {

  private static final String MARK = "mark";

  @TempDir private Path folder;

  @BeforeEach
  void writeLogs() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    List<String> lines = WrittenDay.calm(1);
    Files.write(logs.resolve("app.log.1"), WrittenDay.bytes(lines.subList(0, 700)));
    Files.write(logs.resolve("app.log"), WrittenDay.bytes(lines.subList(700, lines.size())));
  }

  @Test
  void whole_files_take_one_crunch_and_one_evaluation() throws Exception {
    assertThat(jobsOfARun(LogCrunch.SPLIT_BYTES)).containsExactly("crunch", "evaluate");
  }

  @Test
  void files_in_splits_take_a_join_besides() throws Exception {
    assertThat(jobsOfARun(50_000)).containsExactly("crunch", "join", "evaluate");
  }

  @Test
  void without_new_bytes_nothing_is_crunched() throws Exception {
    jobsOfARun(LogCrunch.SPLIT_BYTES);

    assertThat(jobsOfARun(LogCrunch.SPLIT_BYTES)).containsExactly("evaluate");
  }

  /** Returns the group of every Spark job that a run of the nightly job starts, in order. */
  private List<String> jobsOfARun(long splitBytes) throws Exception {
    SparkContext spark = SharedSpark.context().sc();
    GroupListener listener = new GroupListener();
    spark.addSparkListener(listener);
    try {
      listener.hearAll();
      listener.groups.clear();
      NightlyJobs.reportInSplits(
          List.of(folder.resolve("logs")), WrittenDay.DATE, ZoneId.of("UTC"), folder, splitBytes);
      listener.hearAll();
      return listener.groups;
    } finally {
      spark.removeSparkListener(listener);
      SharedSpark.context().clearJobGroup();
    }
  }

  private static final class GroupListener extends SparkListener {

    private final List<String> groups = new ArrayList<>();
    private final Semaphore marks = new Semaphore(0);

    /** Listeners hear of jobs later, but in their order: after a mark all before it is known. */
    void hearAll() throws InterruptedException {
      SharedSpark.context().setJobGroup(MARK, "tells that all before it was heard", false);
      assertThat(SharedSpark.context().parallelize(List.of(1), 1).count()).isEqualTo(1);
      assertThat(marks.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      String group = start.properties().getProperty("spark.jobGroup.id");
      if (MARK.equals(group)) {
        marks.release();
      } else {
        groups.add(group);
      }
    }
  }
}
