/**
 * Finds log files and knows them by their content.
 *
 * <p>In: paths of files, folders and globs on any Hadoop file system. Out: files with their segment
 * and streams of their uncompressed content from any offset. Entry: {@link
 * dev.burnline.log.LogFinder}.
 *
 * <p>A segment is what one writer put into one file between two rotations. Its identity is the hash
 * of its uncompressed content up to the end of its first usable line, so a rename, a copy to
 * another host and gzip leave it what it is, while a name or an inode would not.
 */
@NullMarked
package dev.burnline.log;

import org.jspecify.annotations.NullMarked;
