package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.demo.traffic.Figures;
import io.github.consentgateway.demo.traffic.Glyphs;
import io.github.consentgateway.demo.traffic.Paint;
import io.github.consentgateway.demo.traffic.Statistics;
import io.github.consentgateway.demo.traffic.StatisticsPage;
import io.github.consentgateway.demo.traffic.StatisticsText;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.traffic.TrafficSegments;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Counts the events of the traffic log. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = {
      "Counts requests by hour, browser, referrer, status, duration and device.",
      Figures.RULES,
      "There is no choice of days: the difference of two choices would tell of fewer clients."
    })
final class TrafficStatsCommand implements Callable<Integer> {

  /** The languages of the page. */
  enum Lang {
    en,
    fr
  }

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write them as one page with plots, which needs nothing else.")
  private @Nullable Path html;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description =
          "The language of the page, one of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Lang lang = Lang.en;

  @Option(names = "--force", description = "Replace the file, if there is one.")
  private boolean force;

  @Override
  public Integer call() {
    Path file = html;
    if (file != null && !force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ParameterException(
          told.spec().commandLine(), "--html: " + file + " exists; --force replaces it.");
    }
    Desk desk = who.desk(Operation.COUNT, file == null ? "traffic" : "traffic page");
    Figures figures = figures(desk.traffic());
    if (file == null) {
      new StatisticsText(told.out(), Glyphs.ofTerminal(), Paint.ofTerminal()).tell(figures);
    } else {
      String page = StatisticsPage.of(figures, lang.name(), desk.clock().instant());
      new OwnFile(file).write(page, force);
      told.out().println("Written to " + file);
    }
    told.out().flush();
    return 0;
  }

  private Figures figures(TrafficSegments log) {
    Set<String> problems = new LinkedHashSet<>();
    Figures figures = Statistics.of(events -> problems.addAll(log.forEach(begun -> true, events)));
    told.warn(List.copyOf(problems));
    return figures;
  }
}
