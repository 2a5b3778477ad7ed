package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.token.KeyFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence why something was not done: exit code 2. */
public final class Refused implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception why, CommandLine command, ParseResult parsed)
      throws Exception {
    boolean isKnown =
        why instanceof LedgerException
            || why instanceof IllegalArgumentException
            || why instanceof KeyFileException;
    if (!isKnown) {
      throw why;
    }
    command.getErr().println(why.getMessage());
    command.getErr().flush();
    return 2;
  }
}
