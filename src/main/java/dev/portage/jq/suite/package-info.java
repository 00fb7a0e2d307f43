/** Runs jq's own test format, so that anyone can see how close the dialect is. */
@NullMarked
package dev.portage.jq.suite;

import org.jspecify.annotations.NullMarked;
