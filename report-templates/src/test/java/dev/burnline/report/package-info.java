/** Tests of the report and its JSON, and the reports that all tests use. */
@NullMarked
package dev.burnline.report;

import org.jspecify.annotations.NullMarked;
