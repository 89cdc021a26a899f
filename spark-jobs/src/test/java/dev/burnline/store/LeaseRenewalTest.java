package dev.burnline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lease must be renewed also where a file's time cannot be set. */
class LeaseRenewalTest {

  @TempDir private Path folder;

  /** Local files under another scheme, whose times nobody can set, like those of object stores. */
  public static final class Timeless extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("timeless:///");
    }

    @Override
    public String getScheme() {
      return "timeless";
    }

    @Override
    public void setTimes(org.apache.hadoop.fs.Path path, long modified, long read) {
      // As an object store does: nothing, without complaint.
    }
  }

  private RollupStore store() {
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.timeless.impl", Timeless.class, org.apache.hadoop.fs.FileSystem.class);
    return new RollupStore(hadoop, "timeless://" + folder);
  }

  private Instant renewed() throws IOException {
    return Files.getLastModifiedTime(folder.resolve("lease")).toInstant();
  }

  private void makeOld() throws IOException {
    Files.setLastModifiedTime(
        folder.resolve("lease"), FileTime.from(Instant.now().minus(Duration.ofMinutes(10))));
  }

  @Test
  void a_renewed_lease_is_young_again_and_still_its_holders() throws IOException {
    LeaseLock lease = (LeaseLock) LeaseLock.attempt(store(), Clock.systemUTC());
    assertThat(lease).isNotNull();
    makeOld();

    lease.renew();

    assertThat(renewed()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    assertThat(LeaseLock.attempt(store(), Clock.systemUTC())).isNull();
    lease.close();
    assertThat(folder.resolve("lease")).doesNotExist();
  }

  @Test
  void a_lease_that_another_run_has_taken_meanwhile_is_not_renewed() throws IOException {
    LeaseLock sleeper = (LeaseLock) LeaseLock.attempt(store(), Clock.systemUTC());
    assertThat(sleeper).isNotNull();
    makeOld();
    StoreLock next = LeaseLock.attempt(store(), Clock.systemUTC());
    assertThat(next).isNotNull();
    makeOld();

    sleeper.renew();
    sleeper.close();

    assertThat(renewed()).isBefore(Instant.now().minus(Duration.ofMinutes(1)));
    next.close();
  }
}
