/** The one HTTP listener: who may ask there, and what is shown to a person with a browser. */
@NullMarked
package dev.portage.route.web;

import org.jspecify.annotations.NullMarked;
