package dev.burnline.store;

import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.Exemplars;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Exemplars as Avro records. */
final class ExemplarCodec {

  private ExemplarCodec() {}

  static List<GenericRecord> encode(Exemplars exemplars, Schema schema) {
    List<GenericRecord> out = new ArrayList<>();
    for (Exemplar exemplar : exemplars.list()) {
      GenericRecord record = new GenericData.Record(schema);
      record.put("request_id", exemplar.requestId());
      record.put("epoch_millis", exemplar.epochMillis());
      record.put("duration_ms", exemplar.durationMs());
      record.put("input_tokens", exemplar.inputTokens());
      record.put("output_tokens", exemplar.outputTokens());
      out.add(record);
    }
    return out;
  }

  static Exemplars decode(Object value, Exemplars.Kind kind) {
    Exemplars exemplars = new Exemplars(kind);
    for (GenericRecord record : Records.list(value)) {
      exemplars.add(
          new Exemplar(
              (String) record.get("request_id"),
              (long) record.get("epoch_millis"),
              (double) record.get("duration_ms"),
              (double) record.get("input_tokens"),
              (double) record.get("output_tokens")));
    }
    return exemplars;
  }
}
