package dev.burnline.crunch;

import dev.burnline.log.UnreadLog;
import dev.burnline.store.RollupFile;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a split.
 *
 * @param rollup what was stored; null when the split has no complete line
 * @param end offset behind the last complete line
 * @param unread why the split could not be read to its end, or not be stored; null when it was
 */
public record SplitResult(
    LogSplit split, @Nullable RollupFile rollup, long end, @Nullable UnreadLog unread)
    implements Serializable {}
