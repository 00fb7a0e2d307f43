package dev.portage.sink;

import dev.portage.http.Secret;

/**
 * How an installation logs in at Port's Kafka brokers (contract, section 7.6).
 *
 * @param username as secret as the password, since together they are the login
 * @param password of that user
 */
public record KafkaCredentials(Secret username, Secret password) {}
