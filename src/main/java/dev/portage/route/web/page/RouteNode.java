package dev.portage.route.web.page;

import java.util.List;

/**
 * A step of a route and what it has done since it was made.
 *
 * @param name as the routes and JMX say it, without the prefix of its route
 * @param sort such as split, loop, to or bean
 * @param description of what it does; may be empty
 * @param count of exchanges that came by
 * @param failures among them
 * @param mean time in milliseconds, everything inside of it included
 * @param inside steps that belong to it, in their order
 */
public record RouteNode(
    String name,
    String sort,
    String description,
    long count,
    long failures,
    long mean,
    List<RouteNode> inside) {}
