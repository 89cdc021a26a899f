package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts is on the disk before what it covers is deleted, whenever the power goes. */
class PowerLossTest {

  @TempDir Path folder;
  private final Order order = new Order();
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = new Scene(Workbench.in(folder, 600));
    scene.write("a/app.log.1", minutes(1, 6));
    scene.write("b/app.log.1", minutes(21, 29));
    scene.crunchAll();
    scene.from(order);
  }

  @Test
  void a_crunch_syncs_each_rollup_before_it_moves_it_and_its_name_before_it_deletes_another()
      throws IOException {
    scene.write("a/app.log.1", minutes(7, 8));
    scene.write("c/app.log", minutes(31, 33));
    scene.crunchAll();

    assertThat(order.wrong).isEmpty();
    assertThat(order.moved).isEqualTo(2);
    assertThat(order.deleted).isEqualTo(1);
    assertThat(order.notOnDisk).as("names that a finished run leaves unsure").isEmpty();
  }

  @Test
  void a_compaction_syncs_the_sum_and_its_name_before_it_deletes_the_summands() throws IOException {
    scene.bench().compact(Long.MAX_VALUE);

    assertThat(order.wrong).isEmpty();
    assertThat(order.moved).isEqualTo(1);
    assertThat(order.deleted).isEqualTo(2);
    assertThat(order.notOnDisk).as("names that a finished run leaves unsure").isEmpty();
  }

  /** Watches what is only in the cache of the file system. */
  private static final class Order implements Fault {

    private static final String ROLLUP = "/store/[^/]+[.]rollup[.]avro";

    private final Set<String> contentNotOnDisk = new TreeSet<>();
    private final Set<String> notOnDisk = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int moved;
    private int deleted;

    private static boolean counts(org.apache.hadoop.fs.Path path) {
      return path.toUri().getPath().matches(".*" + ROLLUP);
    }

    @Override
    public void before(Step step, org.apache.hadoop.fs.Path path) {
      if (step == Step.WRITE) {
        contentNotOnDisk.add(path.toString());
      } else if (step == Step.DELETE && counts(path)) {
        deleted++;
        if (!notOnDisk.isEmpty()) {
          wrong.add("%s deleted while %s may go".formatted(path.getName(), notOnDisk));
        }
      }
    }

    @Override
    public void after(Step step, org.apache.hadoop.fs.Path path) {
      if (step == Step.SYNC) {
        contentNotOnDisk.remove(path.toString());
        notOnDisk.removeIf(name -> name.startsWith(path + "/"));
      }
    }

    @Override
    public void renamed(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
      if (counts(to)) {
        moved++;
        notOnDisk.add(to.toString());
        if (contentNotOnDisk.contains(from.toString())) {
          wrong.add("%s moved before its content was on the disk".formatted(to.getName()));
        }
      }
    }
  }
}
