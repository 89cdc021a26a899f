package dev.burnline.crunch;

import dev.burnline.log.UnreadLog;
import java.util.List;

/** Does the steps of a crunch, on this machine or on many. */
public interface Workers {

  /** Reads splits, in any order and any number at a time. */
  List<SplitResult> read(List<LogSplit> splits);

  /** Joins the pieces of logs. */
  List<UnreadLog> join(List<SegmentJoin.Pieces> pieces);
}
