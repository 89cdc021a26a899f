/**
 * Opens files of any Hadoop file system so that a failure says what it is.
 *
 * <p>In: a file system and a path. Out: a stream whose failures are {@link java.io.IOException}s.
 * Entry: {@link dev.burnline.disk.StoredFile}.
 */
@NullMarked
package dev.burnline.disk;

import org.jspecify.annotations.NullMarked;
