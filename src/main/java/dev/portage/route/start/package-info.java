/** The start of an installation: Port's record of it is made what it should be. */
@NullMarked
package dev.portage.route.start;

import org.jspecify.annotations.NullMarked;
