/** The jq language: compiling, evaluating, limits. */
@NullMarked
package dev.portage.jq;

import org.jspecify.annotations.NullMarked;
