/** The status page: what is known of a run becomes HTML and JSON; pure functions without Camel. */
@NullMarked
package dev.portage.route.web.page;

import org.jspecify.annotations.NullMarked;
