package dev.burnline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.log.FoundLogs;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The life of one installation: two hosts whose logs rotate, runs that are killed, and beside it
 * the plain list of what was written.
 */
final class RandomLife {

  private static final int FEWEST_ACTIONS = 15;
  private static final int MOST_ACTIONS = 40;

  private final Random random;
  private final Workbench bench;
  private final List<RandomHost> hosts = new ArrayList<>();
  private final Set<Integer> takenMinutes = new TreeSet<>();
  private final ExpectedRequests expected = new ExpectedRequests();
  private final Counted.Reader reader = new Counted.Reader();
  private final List<String> story = new ArrayList<>();

  /** Begins a life in an empty folder; the seed decides all of it. */
  RandomLife(Path folder, long seed) throws IOException {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    Workbench any = Workbench.in(folder, 200 + random.nextInt(2500));
    bench = random.nextBoolean() ? any : any.withStrictRename();
    boolean minimal = random.nextInt(4) == 0;
    for (String name : List.of("host-a", "host-b").subList(0, 1 + random.nextInt(2))) {
      HostLogs logs = new HostLogs(bench.logs().resolve(name));
      hosts.add(new RandomHost(name, logs, minimal, random, this::freeMinute));
    }
  }

  private int freeMinute(int wished) {
    int minute = wished;
    while (!takenMinutes.add(minute)) {
      minute++;
    }
    return minute;
  }

  /** Lives until a last crunch that nothing disturbs. */
  void live() throws IOException {
    int actions =
        FEWEST_ACTIONS + random.nextInt(1 + random.nextInt(MOST_ACTIONS - FEWEST_ACTIONS));
    for (int i = 0; i < actions; i++) {
      act();
    }
    crunch();
    StoreContent content = check();
    assertThat(content.leftovers()).as("leftovers").isEmpty();
    expected.check(Counted.completeness(bench.store(), content));
  }

  private StoreContent check() throws IOException {
    return check(bench.store().content(bench.asked()));
  }

  private StoreContent check(StoreContent content) throws IOException {
    expected.check(reader.read(bench.store(), content, bench.asked()));
    return content;
  }

  private void act() throws IOException {
    switch (random.nextInt(24)) {
      case 0, 1 -> crunch();
      case 2, 3 -> killedCrunch();
      case 4 -> crunchWithAFullDisk();
      case 5 -> crunchWhileLogsChange();
      case 6 -> compact(Fault.NONE);
      case 7 -> killedCompaction();
      default -> changeLogs();
    }
  }

  private void changeLogs() throws IOException {
    RandomHost host = hosts.get(random.nextInt(hosts.size()));
    WorldAction action = WorldAction.any(random);
    story.add(action + " on " + host.name());
    action.apply(host, random);
  }

  private void crunch() throws IOException {
    story.add("crunch");
    Workbench run = bench.next(Fault.NONE);
    LogCrunch.Result result = run.crunch();
    hosts.forEach(host -> expected.crunched(host.logs()));
    check(result.content());
  }

  private void killedCrunch() throws IOException {
    KillAt kill = new KillAt(1 + random.nextInt(1 + random.nextInt(90)));
    hosts.forEach(host -> expected.seen(host.logs()));
    try {
      bench.next(kill).crunch();
      story.add("crunch");
      hosts.forEach(host -> expected.crunched(host.logs()));
    } catch (Killed e) {
      story.add("crunch, " + e.getMessage());
    }
    check();
  }

  private void crunchWithAFullDisk() throws IOException {
    DiskFull full = new DiskFull(random.nextInt(12));
    hosts.forEach(host -> expected.seen(host.logs()));
    LogCrunch.Result result = bench.next(full).crunch();
    story.add("crunch" + (full.struck() ? ", disk full: " + result.unread() : ""));
    if (result.unread().isEmpty()) {
      // Not struck, or only at a copy of what was read elsewhere.
      hosts.forEach(host -> expected.crunched(host.logs()));
    }
    check();
  }

  private void crunchWhileLogsChange() throws IOException {
    int changes = 1 + random.nextInt(3);
    int moment = random.nextInt(30);
    story.add("begin a crunch, and before its read %d:".formatted(moment));
    hosts.forEach(host -> expected.seen(host.logs()));
    AtRead meanwhile =
        new AtRead(
            moment,
            () -> {
              for (int i = 0; i < changes; i++) {
                changeLogs();
                hosts.forEach(host -> expected.seen(host.logs()));
              }
            });
    Workbench run = bench.next(meanwhile);
    FoundLogs found = run.find();
    run.crunch(found);
    story.add("end of that crunch");
    check();
  }

  private void compact(Fault fault) throws IOException {
    int before = Request.FIRST_MINUTE + random.nextInt(300);
    story.add("compact what ends before minute " + before);
    bench.next(fault).compact(before * 60_000L);
    check();
  }

  private void killedCompaction() throws IOException {
    KillAt kill = new KillAt(1 + random.nextInt(1 + random.nextInt(40)));
    try {
      compact(kill);
    } catch (Killed e) {
      story.add("that compaction " + e.getMessage());
    }
    check();
  }

  /** What happened so far, a line each. */
  String story() {
    return String.join("\n  ", story);
  }
}
