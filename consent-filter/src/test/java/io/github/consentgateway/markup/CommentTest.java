package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is neither a tag nor text. */
class CommentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- <body> -->",
        "<!-- <body> --!>",
        "<!-- - -- --x> -> --! > -!> --!-> --!x --!- <body> -->",
        "<!---- <body> -->",
        "<!----x><body> -->",
        "<!--!><body> -->",
        "<!---!><body> -->",
        "<!---x><body> -->",
        "<!--x--!--x><body> -->",
        "<!--x--!-->",
        "<!--x--!->-->",
        "<!-- <!-- <body> -->",
        "<!-->",
        "<!--->",
        "<!---->",
        "<!----->",
        "<!----!>",
        "<!-- <!-->",
        "<!--[if IE]><body><![endif]-->",
        "<!--[if !IE]><!--><!--<![endif]-->",
        "<!>",
        "<!->",
        "<!-x-- body>",
        "<!x <body>",
        "<![if IE]>",
        "<![CDATA[ <body>",
        "<![CDATA[>",
        "<!DOCTYPE html>",
        "<!doctype html PUBLIC '>",
        "<?php echo '<body>",
        "<?>",
        "<?xml version='1.0'?>",
        "</ body>",
        "</1 <body>",
        "</>",
        "</\u00e9>"
      })
  void neitherBeginsNorEndsTheBody(String comment) {
    assertPasses(Placement.BODY, comment + "<body>[B]a[C]</body>");
    assertPasses(
        Placement.BODY, "<body>[B]" + comment.replace("<body>", "</body>") + "a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- --!>[B]--><body>[C]",
        "<!doctype html [ <!ENTITY a '>[B]'> ]><body>[C]",
        "<![CDATA[ > [B]]]> <body>[C]"
      })
  void endsSoonerThanItLooks(String expected) {
    assertPasses(Placement.BODY, expected);
  }
}
