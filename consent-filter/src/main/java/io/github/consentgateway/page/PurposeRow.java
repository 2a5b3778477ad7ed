package io.github.consentgateway.page;

/**
 * A purpose as a page shows it.
 *
 * @param terms the longest life of its cookies and who gets at them, as sentences
 * @param granted whether the visitor's earlier yes is to be shown back
 * @param state what was chosen, in words: never by the box alone (AX-06)
 */
record PurposeRow(
    String id, String title, String description, String terms, boolean granted, String state) {}
