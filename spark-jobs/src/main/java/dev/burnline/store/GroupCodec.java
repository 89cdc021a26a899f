package dev.burnline.store;

import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Events by the values of a field as Avro records. */
final class GroupCodec {

  private static final Schema GROUP_VALUES = RollupSchema.record("GroupValues");
  private static final Schema GROUP_MINUTE = RollupSchema.record("GroupMinute");

  private GroupCodec() {}

  static GenericRecord encode(GroupValues values) {
    GenericRecord out = new GenericData.Record(GROUP_VALUES);
    out.put("service", values.service());
    out.put("field", values.field());
    out.put("values", values.values());
    out.put("is_cut", values.isCut());
    return out;
  }

  static GroupValues values(GenericRecord in) {
    return new GroupValues(
        (String) in.get("service"),
        (String) in.get("field"),
        Records.texts(in.get("values")),
        (boolean) in.get("is_cut"));
  }

  static GenericRecord encode(GroupMinute minute) {
    GenericRecord out = new GenericData.Record(GROUP_MINUTE);
    out.put("service", minute.service());
    out.put("minute", minute.minute());
    out.put("field", minute.field());
    out.put("value", minute.value());
    List<Long> counts = new ArrayList<>();
    for (int group = 0; group < minute.groups(); group++) {
      counts.add(minute.good(group));
      counts.add(minute.total(group));
    }
    out.put("counts", counts);
    return out;
  }

  static GroupMinute minute(GenericRecord in) {
    return new GroupMinute(
        (String) in.get("service"),
        (int) in.get("minute"),
        (String) in.get("field"),
        (String) in.get("value"),
        Records.longs(in.get("counts")).stream().mapToLong(Long::longValue).toArray());
  }
}
