package dev.burnline.store;

import dev.burnline.rollup.BootMinute;
import dev.burnline.rollup.ExactSum;
import dev.burnline.rollup.Exemplars;
import dev.burnline.rollup.GpuFigures;
import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.LogMinute;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.scan.Unusable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Rows as Avro records. */
final class RowCodec {

  private static final Schema LOG_MINUTE = RollupSchema.record("LogMinute");
  private static final Schema BOOT_MINUTE = RollupSchema.record("BootMinute");
  private static final Schema SERVICE_MINUTE = RollupSchema.record("ServiceMinute");
  private static final Schema OUTCOME = RollupSchema.items(SERVICE_MINUTE, "outcomes");
  private static final Schema GPU = RollupSchema.items(SERVICE_MINUTE, "gpus");
  private static final Schema DISTRIBUTION = RollupSchema.nullable(OUTCOME, "duration_ms");
  private static final Schema EXEMPLAR = RollupSchema.items(OUTCOME, "examples");

  private RowCodec() {}

  static GenericRecord encode(Row row) {
    if (row instanceof LogMinute minute) {
      return encode(minute);
    }
    if (row instanceof BootMinute minute) {
      return encode(minute);
    }
    if (row instanceof ServiceMinute minute) {
      return encode(minute);
    }
    if (row instanceof ServiceQuarter quarter) {
      return QuarterCodec.encode(quarter);
    }
    if (row instanceof GroupValues values) {
      return GroupCodec.encode(values);
    }
    return GroupCodec.encode((GroupMinute) row);
  }

  static Row decode(GenericRecord in) {
    return switch (in.getSchema().getName()) {
      case "LogMinute" -> logMinute(in);
      case "BootMinute" -> bootMinute(in);
      case "ServiceMinute" -> serviceMinute(in);
      case "ServiceQuarter" -> QuarterCodec.decode(in);
      case "GroupValues" -> GroupCodec.values(in);
      case "GroupMinute" -> GroupCodec.minute(in);
      default -> throw new IllegalArgumentException("not a row: " + in.getSchema().getName());
    };
  }

  static GenericRecord encode(LogMinute minute) {
    GenericRecord out = new GenericData.Record(LOG_MINUTE);
    out.put("minute", minute.minute());
    out.put("lines", minute.lines());
    out.put("bytes", minute.bytes());
    out.put("repeated_lines", minute.repeatedLines());
    out.put("duplicate_requests", minute.duplicateRequests());
    Map<String, Long> unusable = new TreeMap<>();
    minute.unusable().forEach((reason, count) -> unusable.put(reason.key(), count));
    out.put("unusable", unusable);
    return out;
  }

  static LogMinute logMinute(GenericRecord in) {
    Map<Unusable, Long> unusable = new EnumMap<>(Unusable.class);
    ((Map<?, ?>) in.get("unusable"))
        .forEach((key, count) -> unusable.put(unusable(key.toString()), (Long) count));
    return new LogMinute(
        (int) in.get("minute"),
        (long) in.get("lines"),
        (long) in.get("bytes"),
        (long) in.get("repeated_lines"),
        (long) in.get("duplicate_requests"),
        unusable);
  }

  private static GenericRecord encode(BootMinute minute) {
    GenericRecord out = new GenericData.Record(BOOT_MINUTE);
    out.put("boot_id", minute.bootId());
    out.put("minute", minute.minute());
    out.put("finishes", minute.finishes());
    out.put("least_total", minute.leastTotal());
    out.put("most_total", minute.mostTotal());
    return out;
  }

  private static BootMinute bootMinute(GenericRecord in) {
    return new BootMinute(
        (String) in.get("boot_id"),
        (int) in.get("minute"),
        (long) in.get("finishes"),
        (long) in.get("least_total"),
        (long) in.get("most_total"));
  }

  static Unusable unusable(String key) {
    return Unusable.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static GenericRecord encode(ServiceMinute minute) {
    GenericRecord out = new GenericData.Record(SERVICE_MINUTE);
    out.put("service", minute.service());
    out.put("minute", minute.minute());
    List<Long> counters = new ArrayList<>(minute.counters());
    for (int i = 0; i < minute.counters(); i++) {
      counters.add(minute.counter(i));
    }
    out.put("counters", counters);
    List<GenericRecord> outcomes = new ArrayList<>();
    minute.outcomes().forEach((outcome, figures) -> outcomes.add(encode(outcome, figures)));
    out.put("outcomes", outcomes);
    List<GenericRecord> gpus = new ArrayList<>();
    minute.gpus().forEach((index, figures) -> gpus.add(encode(index, figures)));
    out.put("gpus", gpus);
    return out;
  }

  private static ServiceMinute serviceMinute(GenericRecord in) {
    Map<Outcome, OutcomeFigures> outcomes = new HashMap<>();
    for (GenericRecord record : Records.list(in.get("outcomes"))) {
      outcomes.put(
          new Outcome(
              (String) record.get("status"),
              (String) record.get("error_type"),
              (String) record.get("finish_reason")),
          outcomeFigures(record));
    }
    Map<Integer, GpuFigures> gpus = new HashMap<>();
    for (GenericRecord record : Records.list(in.get("gpus"))) {
      gpus.put((Integer) record.get("gpu"), gpuFigures(record));
    }
    return new ServiceMinute(
        (String) in.get("service"),
        (int) in.get("minute"),
        Records.longs(in.get("counters")).stream().mapToLong(Long::longValue).toArray(),
        outcomes,
        gpus);
  }

  private static GenericRecord encode(Outcome outcome, OutcomeFigures figures) {
    GenericRecord out = new GenericData.Record(OUTCOME);
    out.put("status", outcome.status());
    out.put("error_type", outcome.errorType());
    out.put("finish_reason", outcome.finishReason());
    out.put("requests", figures.requests());
    for (Quantity quantity : Quantity.ALL) {
      out.put(quantity.field().key(), DistributionCodec.encode(figures.of(quantity), DISTRIBUTION));
    }
    out.put("paired_tokens_whole", figures.pairedTokens().whole());
    out.put("paired_tokens_fraction", figures.pairedTokens().fraction());
    out.put("paired_millis_whole", figures.pairedMillis().whole());
    out.put("paired_millis_fraction", figures.pairedMillis().fraction());
    out.put("examples", ExemplarCodec.encode(figures.examples(), EXEMPLAR));
    return out;
  }

  private static OutcomeFigures outcomeFigures(GenericRecord in) {
    Map<Quantity, dev.burnline.rollup.Distribution> distributions = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.ALL) {
      distributions.put(quantity, DistributionCodec.decode(in.get(quantity.field().key())));
    }
    return new OutcomeFigures(
        (long) in.get("requests"),
        distributions,
        sum(in, "paired_tokens"),
        sum(in, "paired_millis"),
        ExemplarCodec.decode(in.get("examples"), Exemplars.Kind.EARLIEST));
  }

  private static ExactSum sum(GenericRecord in, String name) {
    return new ExactSum((long) in.get(name + "_whole"), (long) in.get(name + "_fraction"));
  }

  private static GenericRecord encode(int index, GpuFigures figures) {
    GenericRecord out = new GenericData.Record(GPU);
    out.put("gpu", index);
    out.put("samples", figures.samples());
    out.put("used_max_mb", figures.usedMaxMb());
    out.put("total_max_mb", figures.totalMaxMb());
    out.put("used_ratio_max", figures.usedRatioMax());
    out.put("util_sum_whole", figures.utilSum().whole());
    out.put("util_sum_fraction", figures.utilSum().fraction());
    out.put("util_count", figures.utilCount());
    return out;
  }

  private static GpuFigures gpuFigures(GenericRecord in) {
    return new GpuFigures(
        (long) in.get("samples"),
        (double) in.get("used_max_mb"),
        (double) in.get("total_max_mb"),
        (double) in.get("used_ratio_max"),
        sum(in, "util_sum"),
        (long) in.get("util_count"));
  }
}
