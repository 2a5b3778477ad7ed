package io.github.consentgateway.demo.ledger;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong, what may have been meant, and how it is used: exit code 2. */
public final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command.usage(command.getErr());
    return 2;
  }
}
