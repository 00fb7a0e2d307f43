/** Hawtio in the box, and Jolokia, by which it and others look into this process. */
@NullMarked
package dev.portage.route.web.console;

import org.jspecify.annotations.NullMarked;
