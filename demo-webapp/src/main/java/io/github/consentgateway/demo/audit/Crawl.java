package io.github.consentgateway.demo.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A walk through the pages of one origin, from link to link, image to image, form to form that only
 * reads; never further than a number of addresses.
 */
final class Crawl {

  private static final String LINKS =
      "a[href], area[href], link[href], img[src], script[src], iframe[src], form[action]";

  private final URI start;
  private final int most;
  private final IntConsumer progress;
  private final Set<URI> unread = new LinkedHashSet<>();

  Crawl(URI start, int most, IntConsumer progress) {
    this.start = start;
    this.most = most;
    this.progress = progress;
  }

  /** What a visitor in this state is given on the way; nothing if the site does not ask. */
  List<Deposit> as(State state) throws IOException, InterruptedException {
    Visitor visitor = new Visitor(state);
    if (state != State.UNDECIDED && !visitor.decide(start)) {
      return List.of();
    }
    Set<URI> known = new LinkedHashSet<>(Set.of(start));
    Deque<URI> next = new ArrayDeque<>(known);
    int visited = 0;
    while (!next.isEmpty() && visited < most) {
      URI page = next.remove();
      progress.accept(++visited);
      for (URI found : page.equals(start) ? links(visitor.get(page)) : seen(visitor, page)) {
        if (known.add(found)) {
          next.add(found);
        }
      }
    }
    return visitor.deposits();
  }

  /** A page that cannot be read is named, and the walk goes on without it. */
  private Set<URI> seen(Visitor visitor, URI page) throws InterruptedException {
    try {
      return links(visitor.get(page));
    } catch (IOException e) {
      unread.add(page);
      return Set.of();
    }
  }

  /** The pages that could not be read. */
  Set<URI> unread() {
    return Set.copyOf(unread);
  }

  private Set<URI> links(HttpResponse<String> answer) {
    Set<URI> found = new LinkedHashSet<>();
    answer.headers().firstValue("Location").ifPresent(to -> add(found, answer.uri(), to));
    boolean isPage = answer.headers().firstValue("Content-Type").orElse("").contains("html");
    if (isPage) {
      for (Element element : Jsoup.parse(answer.body()).select(LINKS)) {
        boolean posts = element.attr("method").equalsIgnoreCase("post");
        if (!posts) {
          add(found, answer.uri(), target(element));
        }
      }
    }
    return found;
  }

  private static String target(Element element) {
    for (String name : List.of("href", "src", "action")) {
      if (element.hasAttr(name)) {
        return element.attr(name);
      }
    }
    return "";
  }

  private void add(Set<URI> found, URI from, String to) {
    try {
      URI target = from.resolve(to.strip());
      if (String.valueOf(target.getAuthority()).equals(start.getAuthority())) {
        found.add(
            new URI(
                target.getScheme(),
                target.getAuthority(),
                target.getPath(),
                target.getQuery(),
                null));
      }
    } catch (IllegalArgumentException | java.net.URISyntaxException e) {
      // What is no address leads nowhere.
      return;
    }
  }
}
