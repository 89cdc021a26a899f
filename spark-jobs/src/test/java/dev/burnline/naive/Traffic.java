package dev.burnline.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes raw events, the same for the same arguments. */
public final class Traffic {

  private static final int MINUTES_OF_A_DAY = 1440;

  private Traffic() {}

  /** What goes wrong, once in the middle of the time; beside it a request fails now and then. */
  public enum Shape {
    /** Nothing. */
    NONE(0),
    /** Every request of 20 minutes. */
    OUTAGE(1),
    /** 4 % of the requests of three days. */
    SLOW_BURN(2),
    /** Half of the requests of 7 minutes out of every 20, over six hours. */
    FLAPPING(3),
    /** A single minute in which a hundred requests come and fail. */
    SPIKE(4);

    private final long seed;

    Shape(long seed) {
      this.seed = seed;
    }
  }

  /** How many requests come. */
  public enum Density {
    /** From two to eight a minute, as the hour of the day has it. */
    DENSE(0),
    /** A few an hour, with hours without any. */
    SPARSE(1);

    private final long seed;

    Density(long seed) {
      this.seed = seed;
    }
  }

  /** Returns the events of some days from a start, in the order of time. */
  public static List<RawEvent> of(
      Shape shape, Density density, long seed, Instant start, int days) {
    Random random = new Random(seed * 31 + shape.seed * 7L + density.seed);
    int incident = days * MINUTES_OF_A_DAY / 2 + random.nextInt(MINUTES_OF_A_DAY);
    List<RawEvent> events = new ArrayList<>();
    for (int minute = 0; minute < days * MINUTES_OF_A_DAY; minute++) {
      int requests = requests(density, minute, random);
      double failing = failing(shape, minute - incident);
      for (int i = 0; i < requests; i++) {
        events.add(event(start, minute, random, random.nextDouble() >= failing));
      }
      if (shape == Shape.SPIKE && minute == incident) {
        for (int i = 0; i < 100; i++) {
          events.add(event(start, minute, random, false));
        }
      }
    }
    events.sort(Comparator.comparing(RawEvent::at));
    return events;
  }

  private static int requests(Density density, int minute, Random random) {
    double wave = Math.sin(2 * Math.PI * minute / MINUTES_OF_A_DAY);
    return switch (density) {
      case DENSE -> (int) (2 + random.nextDouble() * (4 + 2 * wave));
      case SPARSE -> random.nextDouble() < 0.04 + 0.03 * wave ? 1 : 0;
    };
  }

  private static double failing(Shape shape, int sinceIncident) {
    double usual = 0.0004;
    if (sinceIncident < 0) {
      return usual;
    }
    return switch (shape) {
      case NONE, SPIKE -> usual;
      case OUTAGE -> sinceIncident < 20 ? 1 : usual;
      case SLOW_BURN -> sinceIncident < 3 * MINUTES_OF_A_DAY ? 0.04 : usual;
      case FLAPPING -> sinceIncident < 360 && sinceIncident % 20 < 7 ? 0.5 : usual;
    };
  }

  private static RawEvent event(Instant start, int minute, Random random, boolean good) {
    Duration after = Duration.ofMinutes(minute).plusMillis(random.nextInt(60_000));
    return new RawEvent(start.plus(after), good);
  }
}
