package dev.burnline.store;

import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.Exemplars;
import dev.burnline.rollup.PromptSize;
import dev.burnline.rollup.ServiceQuarter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Quarters of an hour as Avro records. */
final class QuarterCodec {

  private static final Schema SERVICE_QUARTER = RollupSchema.record("ServiceQuarter");
  private static final Schema EXEMPLAR = RollupSchema.items(SERVICE_QUARTER, "slowest");
  private static final Schema LENGTH_BIN = RollupSchema.items(SERVICE_QUARTER, "input_lengths");
  private static final Schema DISTRIBUTION = RollupSchema.nullable(LENGTH_BIN, "duration_ms");
  private static final Schema BAD_EVENTS = RollupSchema.items(SERVICE_QUARTER, "bad_events");
  private static final Schema CAUSE = RollupSchema.items(BAD_EVENTS, "causes");

  private QuarterCodec() {}

  static GenericRecord encode(ServiceQuarter quarter) {
    GenericRecord out = new GenericData.Record(SERVICE_QUARTER);
    out.put("service", quarter.service());
    out.put("minute", quarter.minute());
    out.put("slowest", ExemplarCodec.encode(quarter.slowest(), EXEMPLAR));
    List<GenericRecord> bins = new ArrayList<>();
    quarter
        .inputLengths()
        .forEach(
            (bin, figures) -> {
              GenericRecord record = new GenericData.Record(LENGTH_BIN);
              record.put("bin", bin);
              record.put("requests", figures.requests());
              record.put(
                  "duration_ms", DistributionCodec.encode(figures.durationMs(), DISTRIBUTION));
              bins.add(record);
            });
    out.put("input_lengths", bins);
    List<GenericRecord> badEvents = new ArrayList<>();
    for (int i = 0; i < quarter.measures(); i++) {
      badEvents.add(encode(quarter.badEvents(i)));
    }
    out.put("bad_events", badEvents);
    return out;
  }

  private static GenericRecord encode(BadEvents bad) {
    List<GenericRecord> causes = new ArrayList<>();
    bad.causes()
        .forEach(
            (cause, figures) -> {
              GenericRecord record = new GenericData.Record(CAUSE);
              record.put("error_type", cause.errorType());
              record.put("model", cause.model());
              record.put("prompt_size", cause.promptSize().name().toLowerCase(Locale.ROOT));
              record.put("count", figures.count());
              record.put("examples", ExemplarCodec.encode(figures.examples(), EXEMPLAR));
              causes.add(record);
            });
    GenericRecord out = new GenericData.Record(BAD_EVENTS);
    out.put("total", bad.total());
    out.put("causes", causes);
    out.put("is_cut", bad.isCut());
    return out;
  }

  static ServiceQuarter decode(GenericRecord in) {
    Map<Integer, ServiceQuarter.LengthBin> bins = new HashMap<>();
    for (GenericRecord record : Records.list(in.get("input_lengths"))) {
      bins.put(
          (Integer) record.get("bin"),
          new ServiceQuarter.LengthBin(
              (long) record.get("requests"), DistributionCodec.decode(record.get("duration_ms"))));
    }
    return new ServiceQuarter(
        (String) in.get("service"),
        (int) in.get("minute"),
        ExemplarCodec.decode(in.get("slowest"), Exemplars.Kind.SLOWEST),
        bins,
        Records.list(in.get("bad_events")).stream().map(QuarterCodec::badEvents).toList());
  }

  private static BadEvents badEvents(GenericRecord in) {
    Map<Cause, BadEvents.Figures> causes = new HashMap<>();
    for (GenericRecord record : Records.list(in.get("causes"))) {
      causes.put(
          new Cause(
              (String) record.get("error_type"),
              (String) record.get("model"),
              PromptSize.valueOf(((String) record.get("prompt_size")).toUpperCase(Locale.ROOT))),
          new BadEvents.Figures(
              (long) record.get("count"),
              ExemplarCodec.decode(record.get("examples"), Exemplars.Kind.EARLIEST)));
    }
    return new BadEvents((long) in.get("total"), causes, (boolean) in.get("is_cut"));
  }
}
