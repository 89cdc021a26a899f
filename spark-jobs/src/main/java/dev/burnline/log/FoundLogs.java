package dev.burnline.log;

import java.util.List;

/**
 * What a search for logs found.
 *
 * @param logs files with a usable line, in the order of their names
 * @param unread files that should be logs and cannot be read as such, and paths that lead nowhere
 * @param ignored files in the folders that do not look like logs
 * @param waiting log files without a complete line yet
 * @param missing paths, as they were given, that lead to nothing
 */
public record FoundLogs(
    List<IdentifiedLog> logs,
    List<UnreadLog> unread,
    List<String> ignored,
    List<String> waiting,
    List<String> missing) {

  public FoundLogs {
    logs = List.copyOf(logs);
    unread = List.copyOf(unread);
    ignored = List.copyOf(ignored);
    waiting = List.copyOf(waiting);
    missing = List.copyOf(missing);
  }
}
