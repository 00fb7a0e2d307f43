/** From syntax tree to closures; scopes and the prelude. */
@NullMarked
package dev.portage.jq.compile;

import org.jspecify.annotations.NullMarked;
