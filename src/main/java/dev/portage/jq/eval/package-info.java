/** The compiled form of a program: closures over JSON nodes. */
@NullMarked
package dev.portage.jq.eval;

import org.jspecify.annotations.NullMarked;
