package io.github.consentgateway.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A file of events that is being written, one JSON object a line: its name and the end of the
 * segment before it, the events, and a signed statement of what there is. Each line carries a mark
 * of all lines before it. Confined to one thread.
 */
final class Segment implements AutoCloseable {

  /** A piece of one line. */
  @FunctionalInterface
  private interface Piece {
    void writeTo(JsonGenerator out) throws IOException;
  }

  /** The octets of one line. */
  private static final class Line extends ByteArrayOutputStream {

    LineChain after(LineChain before) {
      return before.with(buf, count);
    }
  }

  private static final JsonFactory JSON = new JsonFactory();
  private static final int BUFFER = 65_536;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final SegmentName name;
  private final FileChannel channel;
  private final OutputStream out;
  private final Line line = new Line();
  private final JsonGenerator json;
  private final EventLine texts = new EventLine();
  private LineChain chain = LineChain.BEGUN;
  private long octets;
  private long events;
  private long kept;
  private LineChain keptChain = LineChain.BEGUN;

  private Segment(SegmentName name, FileChannel channel) throws IOException {
    this.name = name;
    this.channel = channel;
    this.json = JSON.createGenerator(line).setRootValueSeparator(new SerializedString(""));
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /**
   * Begins a segment (mode 0600).
   *
   * @param before the end of the segment before, of the same process
   */
  static Segment begin(Path directory, SegmentName name, String site, LineChain before)
      throws IOException {
    FileChannel channel = FileChannel.open(name.in(directory), NEW, ownerOnly(directory));
    Segment segment = new Segment(name, channel);
    segment.write(
        line -> {
          line.writeStringField("event.dataset", "consentgate.segment");
          line.writeNumberField("schema", 1);
          line.writeStringField("segment", name.text());
          line.writeStringField("server.site", site);
          line.writeStringField("follows", before.toString());
        });
    return segment;
  }

  /** A new file (mode 0600). */
  static OutputStream create(Path file) throws IOException {
    return Channels.newOutputStream(FileChannel.open(file, NEW, ownerOnly(file)));
  }

  static FileAttribute<?>[] ownerOnly(Path directory) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  SegmentName name() {
    return name;
  }

  long octets() {
    return octets;
  }

  LineChain chain() {
    return chain;
  }

  void write(TrafficEvent event, long sequence) throws IOException {
    write(
        line -> {
          texts.write(event, line);
          line.writeNumberField("event.sequence", sequence);
        });
    events++;
  }

  /** Tells that events were lost. */
  void writeGap(Instant at, long missing) throws IOException {
    write(
        line -> {
          line.writeStringField("@timestamp", at.toString());
          line.writeStringField("event.dataset", "consentgate.gap");
          line.writeNumberField("missing", missing);
        });
  }

  private void write(Piece piece) throws IOException {
    line.reset();
    json.writeStartObject();
    piece.writeTo(json);
    json.writeStringField("prev", chain.mark());
    json.writeEndObject();
    json.flush();
    line.write('\n');
    line.writeTo(out);
    octets += line.size();
    chain = line.after(chain);
  }

  /** Hands what was written over to the operating system, which has kept it then. */
  void flush() throws IOException {
    out.flush();
    kept = octets;
    keptChain = chain;
  }

  /**
   * Takes away what came after the last {@link #flush}: where there is no more room, half a line is
   * left of it, or lines that are counted as missing.
   *
   * @return what is left; empty if that is nothing
   */
  Optional<LineChain> cut() throws IOException {
    channel.truncate(kept);
    return kept > 0 ? Optional.of(keptChain) : Optional.empty();
  }

  /** Signs what there is, and makes it durable. */
  void end(SegmentSigner signer) throws IOException {
    String said =
        "{\"segment\":\"%s\",\"events\":%d,\"hash\":\"%s\"}".formatted(name.text(), events, chain);
    String jws = signer.sign(said);
    write(
        line -> {
          line.writeStringField("event.dataset", "consentgate.segment.end");
          line.writeStringField("jws", jws);
        });
    out.flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
