/** The request log held against what clients of the running server saw. */
@NullMarked
package dev.burnline.serve.contract;

import org.jspecify.annotations.NullMarked;
