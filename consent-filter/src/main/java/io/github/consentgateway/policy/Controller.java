package io.github.consentgateway.policy;

/**
 * Who decides why and how personal data is used (GDPR articles 4(7) and 13(1)(a)).
 *
 * @param name the name of the body
 * @param address its postal address
 * @param contact an e-mail address or the https address of a contact page
 */
public record Controller(String name, String address, String contact) {}
