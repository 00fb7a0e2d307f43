/** A whole run on one machine: a sample API, a local catalog, and what is printed about it. */
@NullMarked
package dev.portage.cli.demo;

import org.jspecify.annotations.NullMarked;
